package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.format.document.Item;
import gemwright.format.document.Section;
import gemwright.source.sklearn.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a booster's notes say: the loss, and the classes.
final class Settings {
    private Settings() {}

    /// The name of the loss.
    ///
    /// @param parameters the training's
    static String loss(Section parameters) throws Problem {
        return parameters.section("loss_function").text("type");
    }

    /// The classes in the order of the numbers that leaves speak of.
    ///
    /// @param classes `class_params`
    static Labels labels(Section classes) throws Problem {
        List<Item> names = classes.items("class_names");
        double[] order = classes.numbers("class_to_label");
        List<String> texts = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (order.length != names.size() || order[i] != i) {
                throw classes.unreadable("class_to_label");
            }
            switch (names.get(i)) {
                case Item.Text(var text) -> texts.add(text);
                case Item.Flag(boolean truth) -> numbers.add(truth ? 1L : 0L);
                case Item.Scalar(double value) when value == (long) value ->
                        numbers.add((long) value);
                case Item.Scalar _, Item.Fields _, Item.Items _, Item.Numbers _, Item.Nothing _ ->
                        throw classes.unreadable("class_names");
            }
        }
        if (!texts.isEmpty() && !numbers.isEmpty()) {
            throw classes.unreadable("class_names");
        }
        return texts.isEmpty() ? new Labels.Numbers(numbers) : new Labels.Texts(texts);
    }

    /// The probability above which the second of two classes is chosen, where the user set one.
    static Optional<Double> border(Optional<String> text, Section notes) throws Problem {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(text.get()));
        } catch (NumberFormatException none) {
            throw notes.unreadable("binclass_probability_threshold");
        }
    }
}
