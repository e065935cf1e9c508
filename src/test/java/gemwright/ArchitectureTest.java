package gemwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The architecture, readable: which package may import which, and which library has which door.
///
/// Changing it is a one-line change of a table below, which shows in review.
class ArchitectureTest {
    private static final Set<String> ENGINE =
            Set.of(
                    "base",
                    "format",
                    "onnx",
                    "data",
                    "scan",
                    "source",
                    "runtime",
                    "compare",
                    "quantize",
                    "prune",
                    "log",
                    "drift",
                    "serve",
                    "loadtest",
                    "report",
                    "export");

    /// Package (without `gemwright.`) to the packages it may import.
    private static final Map<String, Set<String>> MAY_IMPORT =
            Map.ofEntries(
                    Map.entry("base", Set.of()),
                    Map.entry("format", Set.of("base")),
                    Map.entry("onnx", Set.of("base", "format")),
                    Map.entry("data", Set.of("base", "format")),
                    Map.entry("scan", Set.of("base", "format")),
                    Map.entry("source", Set.of("base", "format", "onnx", "scan")),
                    Map.entry("runtime", Set.of("base", "onnx", "data")),
                    Map.entry("compare", Set.of("base", "onnx", "data", "runtime")),
                    Map.entry("quantize", Set.of("base", "onnx", "data", "runtime", "compare")),
                    Map.entry("prune", Set.of("base", "onnx", "data", "runtime", "compare")),
                    Map.entry("log", Set.of("base", "data")),
                    Map.entry("drift", Set.of("base", "data")),
                    Map.entry(
                            "serve",
                            Set.of("base", "format", "onnx", "data", "runtime", "log", "drift")),
                    Map.entry("loadtest", Set.of("base", "data")),
                    Map.entry(
                            "report",
                            Set.of("base", "onnx", "data", "compare", "drift", "loadtest")),
                    Map.entry("export", Set.of("base", "onnx")),
                    Map.entry("workbench", ENGINE),
                    Map.entry("cli", with(ENGINE, "workbench")),
                    Map.entry("ui", with(ENGINE, "workbench")),
                    Map.entry("", Set.of("base", "cli", "ui")));

    /// Library (a package prefix) to the packages of ours that may touch it.
    private static final Map<String, Set<String>> DOORS =
            Map.ofEntries(
                    Map.entry("javafx.", Set.of("ui")),
                    Map.entry("org.controlsfx.", Set.of("ui")),
                    Map.entry("atlantafx.", Set.of("ui")),
                    Map.entry("com.dlsc.", Set.of("ui")),
                    Map.entry("java.awt.", Set.of("ui", "report")),
                    Map.entry("org.jfree.", Set.of("ui", "report")),
                    Map.entry("ai.onnxruntime.", Set.of("runtime")),
                    Map.entry("tech.tablesaw.", Set.of("data")),
                    Map.entry("org.duckdb.", Set.of("data")),
                    Map.entry("org.apache.pdfbox.", Set.of("report")),
                    Map.entry("de.rototor.", Set.of("report")),
                    Map.entry("org.apache.batik.", Set.of("report")),
                    Map.entry("io.grpc.", Set.of("serve")),
                    Map.entry("io.jhdf.", Set.of("format")),
                    Map.entry("picocli.", Set.of("cli")),
                    Map.entry("org.HdrHistogram.", Set.of("loadtest")),
                    Map.entry("com.sun.net.httpserver.", Set.of("serve")));

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("gemwright");

    private static Set<String> with(Set<String> packages, String more) {
        Set<String> all = new HashSet<>(packages);
        all.add(more);
        return Set.copyOf(all);
    }

    @Test
    void packagesImportOnlyDownwards() {
        assertEquals(Set.of(), upward(OURS));
    }

    @Test
    void aPlantedUpwardImportIsNamed() {
        JavaClasses planted =
                new ClassFileImporter()
                        .importPackages(
                                "gemwright.base", "gemwright.drift.planted", "gemwright.cli");

        assertTrue(
                upward(planted).contains("drift -> cli (PlantedImport.java)"),
                upward(planted)::toString);
    }

    @Test
    void everyLibraryHasItsDoor() {
        assertEquals(Set.of(), throughTheWindow(OURS));
    }

    @Test
    void aPlantedLibraryUseIsNamed() {
        JavaClasses planted = new ClassFileImporter().importPackages("gemwright.drift.planted");

        assertEquals(Set.of("drift -> java.awt. (PlantedLibrary.java)"), throughTheWindow(planted));
    }

    @Test
    void viewModelsKnowNoControls() {
        List<String> offenders =
                dependencies(
                        OURS,
                        c -> c.getSimpleName().endsWith("ViewModel"),
                        t ->
                                t.startsWith("javafx.scene.")
                                        || t.startsWith("javafx.stage.")
                                        || t.startsWith("javafx.fxml."));

        assertEquals(List.of(), offenders);
    }

    @Test
    void nothingInAFileIsEverExecuted() {
        Set<String> forbidden =
                Set.of(
                        "java.io.ObjectInputStream",
                        "javax.script.ScriptEngine",
                        "javax.script.ScriptEngineManager",
                        "java.lang.ProcessBuilder",
                        "java.net.URLClassLoader");

        List<String> offenders =
                dependencies(
                        OURS,
                        c -> !c.getName().startsWith("gemwright.base.Child"),
                        forbidden::contains);

        assertEquals(List.of(), offenders);
        assertEquals(List.of(), calls(OURS, "java.lang.Class", Set.of("forName"), c -> true));
    }

    @Test
    void filesAreWrittenOnlyThroughBase() {
        Set<String> writers =
                Set.of(
                        "write",
                        "writeString",
                        "newOutputStream",
                        "newBufferedWriter",
                        "newByteChannel");

        assertEquals(
                List.of(),
                calls(OURS, "java.nio.file.Files", writers, c -> !packageOf(c).equals("base")));
    }

    @Test
    void noBareExceptionIsThrown() {
        List<String> offenders = new ArrayList<>();
        for (JavaClass ours : OURS) {
            ours.getConstructorCallsFromSelf().stream()
                    .filter(
                            call ->
                                    Set.of("java.lang.RuntimeException", "java.lang.Exception")
                                            .contains(call.getTargetOwner().getName()))
                    .filter(call -> !call.getOrigin().getName().equals("<init>"))
                    .forEach(call -> offenders.add(call.getDescription()));
        }

        assertEquals(List.of(), offenders);
    }

    @Test
    void recordsHoldNoArrays() {
        List<String> offenders = new ArrayList<>();
        for (JavaClass ours : OURS) {
            if (ours.isRecord()) {
                for (JavaField field : ours.getFields()) {
                    if (!field.getModifiers().contains(JavaModifier.STATIC)
                            && field.getRawType().isArray()) {
                        offenders.add(field.getFullName());
                    }
                }
            }
        }

        assertEquals(List.of(), offenders);
    }

    @Test
    void convertersAreFinalHiddenAndStateless() {
        List<String> offenders = new ArrayList<>();
        for (JavaClass ours : OURS) {
            if (ours.getSimpleName().endsWith("Converter") && !ours.isInterface()) {
                boolean state =
                        ours.getFields().stream()
                                .anyMatch(f -> !f.getModifiers().contains(JavaModifier.STATIC));
                boolean open = ours.getModifiers().contains(JavaModifier.PUBLIC);
                if (state || open || !ours.getModifiers().contains(JavaModifier.FINAL)) {
                    offenders.add(ours.getName());
                }
            }
        }

        assertEquals(List.of(), offenders);
    }

    private static Set<String> upward(JavaClasses classes) {
        Set<String> offenders = new TreeSet<>();
        for (JavaClass ours : classes) {
            String from = packageOf(ours);
            for (Dependency dependency : ours.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.getPackageName().startsWith("gemwright")) {
                    continue;
                }
                String to = packageOf(target);
                if (!to.equals(from) && !MAY_IMPORT.getOrDefault(from, Set.of()).contains(to)) {
                    offenders.add(from + " -> " + to + place(ours));
                }
            }
        }
        return offenders;
    }

    private static Set<String> throughTheWindow(JavaClasses classes) {
        Set<String> offenders = new TreeSet<>();
        for (JavaClass ours : classes) {
            for (Dependency dependency : ours.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getBaseComponentType().getName();
                DOORS.forEach(
                        (library, doors) -> {
                            if (target.startsWith(library) && !doors.contains(packageOf(ours))) {
                                offenders.add(packageOf(ours) + " -> " + library + place(ours));
                            }
                        });
            }
        }
        return offenders;
    }

    private static List<String> dependencies(
            JavaClasses classes, Predicate<JavaClass> from, Predicate<String> to) {
        List<String> offenders = new ArrayList<>();
        for (JavaClass ours : classes) {
            if (from.test(ours)) {
                ours.getDirectDependenciesFromSelf().stream()
                        .filter(d -> to.test(d.getTargetClass().getName()))
                        .forEach(d -> offenders.add(d.getDescription()));
            }
        }
        return offenders;
    }

    private static List<String> calls(
            JavaClasses classes, String owner, Set<String> methods, Predicate<JavaClass> from) {
        List<String> offenders = new ArrayList<>();
        for (JavaClass ours : classes) {
            if (from.test(ours)) {
                ours.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getName().equals(owner))
                        .filter(call -> methods.contains(call.getName()))
                        .forEach(call -> offenders.add(call.getDescription()));
            }
        }
        return offenders;
    }

    /// The first package below `gemwright`: `ui.shell` counts as `ui`; empty for `gemwright`
    /// itself.
    private static String packageOf(JavaClass ours) {
        String name = ours.getPackageName();
        if (name.equals("gemwright")) {
            return "";
        }
        String below = name.substring("gemwright.".length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static String place(JavaClass ours) {
        return " (" + ours.getSource().flatMap(s -> s.getFileName()).orElse(ours.getName()) + ")";
    }
}
