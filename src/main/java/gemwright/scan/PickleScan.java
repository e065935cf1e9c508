package gemwright.scan;

import gemwright.base.Progress;
import gemwright.format.pickle.LegacyTorch;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleOutline;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Predicate;

/// Judges one pickle: as the library reads it for which it was written, and as `pickle.load` would.
///
/// @param inside entry of the archive it lies in, or an empty text
/// @param persistentIds whether that archive gives persistent ids a meaning
/// @param definedInside names that the archive defines itself
record PickleScan(String inside, boolean persistentIds, Predicate<PickleGlobal> definedInside) {
    /// A pickle in a file of its own.
    static final PickleScan ALONE = new PickleScan("", false, _ -> false);

    /// The pickles in a row of a file of PyTorch before 1.6.
    static List<Finding> legacyTorch(MemorySegment bytes, Progress progress) {
        PickleOutline outline = LegacyTorch.outline(bytes, "", progress);
        List<Finding> findings = PickleFindings.of(outline, "", ALONE.definedInside);
        return ALONE.disguised(findings, bytes, progress);
    }

    /// What speaks against it.
    List<Finding> of(MemorySegment bytes, Progress progress) {
        PickleOutline outline = PickleOutline.of(bytes, "", persistentIds, progress);
        List<Finding> findings = PickleFindings.of(outline, inside, definedInside);
        return disguised(findings, bytes, progress);
    }

    /// The findings, and what [Disguise] adds to them.
    List<Finding> disguised(List<Finding> findings, MemorySegment bytes, Progress progress) {
        PickleOutline plain = PickleOutline.asPlainPickle(bytes, "", persistentIds, progress);
        return Disguise.add(findings, plain, this);
    }
}
