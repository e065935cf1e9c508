package gemwright.source.sklearn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The release of the library that wrote an estimator, such as 1.4.
public record Version(int major, int minor) implements Comparable<Version> {
    private static final Pattern START = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?!\\d).*");

    /// The release of a version text such as `1.4.2` or `0.24.dev0`.
    static Optional<Version> parse(String text) {
        Matcher start = START.matcher(text);
        return start.matches()
                ? Optional.of(
                        new Version(
                                Integer.parseInt(start.group(1)), Integer.parseInt(start.group(2))))
                : Optional.empty();
    }

    /// Whether this release came before the one named.
    public boolean before(int otherMajor, int otherMinor) {
        return compareTo(new Version(otherMajor, otherMinor)) < 0;
    }

    @Override
    public int compareTo(Version other) {
        int byMajor = Integer.compare(major, other.major);
        return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
