package gemwright.scan;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleOutline;
import gemwright.format.pickle.PickleReference;
import gemwright.format.pickle.PickleReference.Use;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Judges what a pickle names and how it ends.
final class PickleFindings {
    /// Problems of reading that show an intent, not damage.
    private static final Set<String> INTENT =
            Set.of(
                    "pickle.persistentId",
                    "pickle.extension",
                    "pickle.outOfBand",
                    "pickle.trailing",
                    "pickle.patched",
                    "pickle.bomb",
                    "pickle.objects");

    private PickleFindings() {}

    /// What speaks against a pickle.
    ///
    /// @param inside entry of the archive it lies in, or an empty text
    /// @param definedInside names that this archive defines itself
    static List<Finding> of(
            PickleOutline outline, String inside, Predicate<PickleGlobal> definedInside) {
        List<Finding> findings = new ArrayList<>();
        for (PickleReference reference : outline.references()) {
            if (!definedInside.test(reference.global())) {
                judge(reference, inside).ifPresent(findings::add);
            }
        }
        outline.indirectCall()
                .ifPresent(
                        offset ->
                                findings.add(
                                        Finding.of(
                                                Verdict.DANGEROUS,
                                                "scan.indirect",
                                                place(inside, offset))));
        outline.stoppedBy().ifPresent(problem -> findings.add(stopped(problem, inside)));
        return findings;
    }

    static Optional<Finding> judge(PickleReference reference, String inside) {
        PickleGlobal global = reference.global();
        Use use = reference.uses().getLast();
        if (Vocabulary.ours().allows(global, use)) {
            return Optional.empty();
        }
        String name = global.qualifiedName();
        String where = place(inside, reference.offset());
        Optional<Danger> danger = Danger.of(global);
        if (danger.isPresent()) {
            return Optional.of(
                    Finding.of(Verdict.DANGEROUS, danger.get().key(), where, shown(name)));
        }
        if (use == Use.CALLED) {
            return Optional.of(Finding.of(Verdict.DANGEROUS, "scan.call", where, shown(name)));
        }
        // A dot in a name walks from attribute to attribute, to whatever the module imports.
        if (global.name().indexOf('.') >= 0) {
            return Optional.of(Finding.of(Verdict.DANGEROUS, "scan.dotted", where, shown(name)));
        }
        return Optional.of(Finding.of(Verdict.UNKNOWN, "scan.unknown", where, shown(name)));
    }

    private static Finding stopped(Problem problem, String inside) {
        Problem.Part part = problem.parts().getFirst();
        Verdict verdict =
                INTENT.contains(part.key())
                        ? Verdict.DANGEROUS
                        : part.key().equals("pickle.memory") ? Verdict.UNKNOWN : Verdict.DAMAGED;
        // The outline was read without a name of its own.
        String where = place(inside, part.where().replaceFirst("^, ", ""));
        return new Finding(verdict, part.key(), where, part.arguments());
    }

    private static String place(String inside, long offset) {
        return place(inside, "byte " + offset);
    }

    private static String place(String inside, String place) {
        return inside.isEmpty() ? place : inside + ", " + place;
    }

    private static String shown(String name) {
        return name.length() > 200 ? name.substring(0, 200) + "…" : name;
    }
}
