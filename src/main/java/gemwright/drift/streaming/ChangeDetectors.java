package gemwright.drift.streaming;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All change detectors, with their papers' and river's usual settings.
public final class ChangeDetectors {
    /// In the order of the help page.
    public static final List<Entry> ALL =
            List.of(
                    new Entry("adwin", false, () -> new Adwin(0.002)),
                    new Entry("page-hinkley", false, () -> new PageHinkley(0.005, 50, 0.9999)),
                    new Entry("ddm", true, () -> new Ddm(2, 3)),
                    new Entry("eddm", true, () -> new Eddm(0.95, 0.9)),
                    new Entry("hddm-a", true, () -> new HddmA(0.001, 0.005)),
                    new Entry("hddm-w", true, () -> new HddmW(0.001, 0.005, 0.05)));

    private ChangeDetectors() {}

    /// A kind of detector.
    ///
    /// @param errors whether it takes only errors, 0 or 1
    /// @param start makes a fresh one
    public record Entry(String name, boolean errors, Supplier<ChangeDetector> start) {}

    /// The detector of that name.
    public static Optional<Entry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
