package gemwright.drift;

import java.util.List;
import java.util.Optional;

/// All statistics, in the order in which they are listed to the user.
public final class DriftTests {
    /// To add one: a record that implements [DriftTest], a line here, and a row of expected values.
    public static final List<DriftTest> ALL =
            List.of(
                    new StabilityIndex(),
                    new JensenShannon(),
                    new KolmogorovSmirnov(),
                    new ChiSquare(),
                    new Wasserstein(),
                    new Hellinger(),
                    new KullbackLeibler(),
                    new AndersonDarling(),
                    new CramerVonMises(),
                    new MannWhitney(),
                    new TTestOfMeans(),
                    new EppsSingleton(),
                    new EnergyDistance(),
                    new EmpiricalMmd(),
                    new ShareZ(),
                    new GTest(),
                    new FisherExact(),
                    new TotalVariation(),
                    new LargestGap(),
                    new CramersV());

    private DriftTests() {}

    /// The statistic of that name.
    public static Optional<DriftTest> find(String method) {
        return ALL.stream().filter(test -> test.method().equals(method)).findFirst();
    }

    /// The statistic of a name that is known to exist.
    static DriftTest get(String method) {
        return find(method).orElseThrow();
    }
}
