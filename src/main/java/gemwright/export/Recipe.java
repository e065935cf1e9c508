package gemwright.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of the folder for one platform.
///
/// @param platform where the model is taken to
/// @param model what it is called there: lower-case letters, digits and hyphens, as Kubernetes
///   wants it (RFC 1123), so that one name serves everywhere
/// @param sha256 of the model's file
/// @param version of this program
public record Recipe(Platform platform, String model, String sha256, String version) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-zA-Z0-9]+)}");
    private static final int LONGEST = 52; // 63, less what Kubernetes puts behind

    public Recipe {
        if (!model.equals(name(model))) {
            throw new IllegalArgumentException(model);
        }
    }

    /// A name that every platform takes.
    public static String name(String wanted) {
        String plain =
                wanted.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        String ended = cut.replaceAll("-+$", "");
        return ended.isEmpty() ? "model" : ended;
    }

    /// The texts by their places in the folder.
    public Map<String, String> texts() {
        Map<String, String> values = Map.of("model", model, "sha256", sha256, "version", version);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String place : platform.texts()) {
            String template = place.equals("README.md") ? platform.word() + ".md" : place;
            texts.put(place, filled(template(template), values));
        }
        return texts;
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        Objects.requireNonNull(
                                                values.get(match.group(1)), match.group())));
    }

    private static String template(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceFirst("^\\.", "");
        try (InputStream in = Recipe.class.getResourceAsStream(plain)) {
            return new String(
                    Objects.requireNonNull(in, plain).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
