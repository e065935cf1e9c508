package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;

/// One pass over a file: decompression, the machine, and the check that nothing follows.
///
/// @param root what the file holds
/// @param protocol the highest protocol it declares
/// @param compression how it was compressed
record PickleReading(PickleValue root, int protocol, Compression compression) {
    static PickleReading of(
            MemorySegment bytes,
            Budget budget,
            ReferenceLog log,
            PickleSettings settings,
            String where,
            Progress progress)
            throws Problem {
        try {
            Compression compression = Compression.of(bytes);
            if (compression == Compression.NONE) {
                return run(
                        new MappedInput(bytes, where, progress),
                        budget,
                        log,
                        settings,
                        compression);
            }
            try (InputStream stream = compression.open(bytes)) {
                StreamInput input = new StreamInput(stream, budget, where, progress);
                return run(input, budget, log, settings, compression);
            }
        } catch (IOException damaged) {
            throw Problem.of("pickle.compression", where, String.valueOf(damaged.getMessage()))
                    .causedBy(damaged);
        } catch (InternalError shrunk) {
            // What the virtual machine makes of a mapped file that is cut off meanwhile.
            throw Problem.of("pickle.truncated", where).causedBy(shrunk);
        }
    }

    private static PickleReading run(
            PickleInput input,
            Budget budget,
            ReferenceLog log,
            PickleSettings settings,
            Compression compression)
            throws Problem {
        PickleMachine machine = new PickleMachine(input, budget, log, settings);
        PickleValue root = machine.run();
        if (!input.atEnd()) {
            throw Problem.of("pickle.trailing", input.place(input.position()));
        }
        return new PickleReading(root, machine.protocol(), compression);
    }
}
