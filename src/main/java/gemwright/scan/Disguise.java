package gemwright.scan;

import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleOutline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds a pickle that looks like something else to one reader and runs in another: the bytes of a
/// joblib array are opcodes for `pickle.load`, and a byte string that starts a pickle can spell the
/// head of any other format.
final class Disguise {
    private Disguise() {}

    /// The findings, and what would run if the bytes were given to `pickle.load` as they are.
    ///
    /// Bytes of another format soon stop being opcodes; that is no finding, only a dangerous name
    /// met until then is.
    static List<Finding> add(List<Finding> findings, PickleOutline plain, PickleScan scan) {
        Stream<Finding> hidden =
                plain.references().stream()
                        .filter(reference -> isImportable(reference.global()))
                        .filter(reference -> !scan.definedInside().test(reference.global()))
                        .flatMap(
                                reference ->
                                        PickleFindings.judge(reference, scan.inside()).stream())
                        .filter(finding -> finding.verdict() == Verdict.DANGEROUS)
                        .filter(finding -> !findings.contains(finding));
        List<Finding> all = new ArrayList<>(findings);
        hidden.forEach(all::add);
        return all;
    }

    /// Names of letters, digits and dots; numbers that happen to be opcodes make others.
    private static boolean isImportable(PickleGlobal global) {
        String name = global.qualifiedName();
        return name.length() > 1
                && name.codePoints().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    }
}
