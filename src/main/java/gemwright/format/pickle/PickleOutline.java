package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/// What a pickle names, and whether it can be read to its end; values are not kept, so this takes
/// little memory whatever the file claims.
///
/// @param references what it names, up to where reading stopped
/// @param indirectCall first byte at which something is called that the file does not name
/// @param stoppedBy why it could not be read to its end; empty where it could
public record PickleOutline(
        List<PickleReference> references,
        Optional<Long> indirectCall,
        Optional<Problem> stoppedBy) {
    // Above an idle process and the file: what is named and remembered takes far less.
    private static final long MEMORY = 48L << 20;

    public PickleOutline {
        references = List.copyOf(references);
    }

    /// Goes through a pickle that lies in memory, compressed or not.
    ///
    /// @param where what it is, for messages
    /// @param persistentIds whether it lies in an archive that gives persistent ids a meaning
    public static PickleOutline of(
            MemorySegment bytes, String where, boolean persistentIds, Progress progress) {
        return of(bytes, where, new PickleSettings(false, persistentIds, true), progress);
    }

    /// Goes through the same bytes as `pickle.load` would, whatever they look like: what joblib
    /// takes for an array's bytes are opcodes there, and so may be the head of another format.
    public static PickleOutline asPlainPickle(
            MemorySegment bytes, String where, boolean persistentIds, Progress progress) {
        return of(bytes, where, new PickleSettings(false, persistentIds, false), progress);
    }

    private static PickleOutline of(
            MemorySegment bytes, String where, PickleSettings settings, Progress progress) {
        return collect(
                bytes,
                where,
                (budget, log) -> PickleReading.of(bytes, budget, log, settings, where, progress));
    }

    /// A way through the bytes.
    interface Pass {
        void run(Budget budget, ReferenceLog log) throws Problem;
    }

    /// What such a pass meets, up to its end or to what stops it.
    static PickleOutline collect(MemorySegment bytes, String where, Pass pass) {
        Budget budget = new Budget(where, Math.max(MEMORY, bytes.byteSize()));
        ReferenceLog log = new ReferenceLog(budget);
        Optional<Problem> stoppedBy = Optional.empty();
        try {
            pass.run(budget, log);
        } catch (Problem problem) {
            stoppedBy = Optional.of(problem);
        }
        return new PickleOutline(log.references(), log.indirectCall(), stoppedBy);
    }
}
