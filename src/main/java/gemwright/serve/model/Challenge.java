package gemwright.serve.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A second version of a model beside the one in service, such as the quantized one beside the
/// original, to see on real requests how often both agree.
///
/// @param file of the second version
/// @param mode who answers the requests that are drawn
/// @param share of the requests that are drawn, above 0 and up to 1
public record Challenge(Path file, Mode mode, double share) {
    public Challenge {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
    }

    /// Who answers the requests that are drawn; the other version runs on them afterwards.
    public enum Mode {
        /// The version in service.
        SHADOW,
        /// The second version.
        SPLIT;

        /// The word in files: the name in lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The mode of that word.
        public static Optional<Mode> of(String word) {
            for (Mode mode : values()) {
                if (mode.word().equals(word)) {
                    return Optional.of(mode);
                }
            }
            return Optional.empty();
        }
    }

    /// Whether a request is drawn; its id decides, so that it is the same on each server.
    boolean draws(String id) {
        long mixed = id.hashCode() * 0xC2B2AE3D27D4EB4FL;
        return (mixed >>> 11) * 0x1p-53 < share;
    }
}
