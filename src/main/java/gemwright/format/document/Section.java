package gemwright.format.document;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The named members of a document, read as what they should be: another kind, or nothing, is a
/// [Problem] that names the member.
public final class Section {
    private final Item.Fields fields;
    private final String library;
    private final String where;
    private final String path;

    private Section(Item.Fields fields, String library, String where, String path) {
        this.fields = fields;
        this.library = library;
        this.where = where;
        this.path = path;
    }

    /// The members of a whole document.
    ///
    /// @param library whose model it should be
    /// @param where the file
    public static Section of(Item document, String library, String where) throws Problem {
        if (document instanceof Item.Fields fields) {
            return new Section(fields, library, where, "");
        }
        throw Problem.of("document.unreadable", where, library, "{");
    }

    /// Whether there is such a member, and not `null`.
    public boolean has(String name) {
        return get(name).isPresent();
    }

    /// The names, in the order of the document.
    public List<String> names() {
        return List.copyOf(fields.members().keySet());
    }

    /// A member, where it is there and not `null`.
    public Optional<Item> get(String name) {
        return Optional.ofNullable(fields.members().get(name))
                .filter(item -> !(item instanceof Item.Nothing));
    }

    /// Members of members.
    public Section section(String name) throws Problem {
        if (required(name) instanceof Item.Fields inner) {
            return new Section(inner, library, where, path + name + "/");
        }
        throw unreadable(name);
    }

    /// An array of objects.
    public List<Section> sections(String name) throws Problem {
        List<Section> sections = new ArrayList<>();
        for (Item item : items(name)) {
            if (!(item instanceof Item.Fields inner)) {
                throw unreadable(name);
            }
            String step = path + name + "/" + sections.size() + "/";
            sections.add(new Section(inner, library, where, step));
        }
        return sections;
    }

    /// An array.
    public List<Item> items(String name) throws Problem {
        return switch (required(name)) {
            case Item.Items(var members) -> members;
            case Item.Numbers numbers -> {
                List<Item> members = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i++) {
                    members.add(new Item.Scalar(numbers.at(i)));
                }
                yield members;
            }
            case Item.Fields _, Item.Scalar _, Item.Text _, Item.Flag _, Item.Nothing _ ->
                    throw unreadable(name);
        };
    }

    /// Numbers; none where the array is empty.
    public double[] numbers(String name) throws Problem {
        Item item = required(name);
        if (item instanceof Item.Numbers numbers) {
            return numbers.toArray();
        }
        if (item instanceof Item.Items(var members) && members.isEmpty()) {
            return new double[0];
        }
        throw unreadable(name);
    }

    /// Numbers as floats.
    public float[] floats(String name) throws Problem {
        double[] numbers = numbers(name);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /// Whole numbers.
    public int[] integers(String name) throws Problem {
        double[] numbers = numbers(name);
        int[] integers = new int[numbers.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) numbers[i];
            if (integers[i] != numbers[i]) {
                throw unreadable(name);
            }
        }
        return integers;
    }

    /// Texts.
    public List<String> texts(String name) throws Problem {
        List<String> texts = new ArrayList<>();
        for (Item item : items(name)) {
            if (!(item instanceof Item.Text(var text))) {
                throw unreadable(name);
            }
            texts.add(text);
        }
        return texts;
    }

    /// A text.
    public String text(String name) throws Problem {
        if (required(name) instanceof Item.Text(var text)) {
            return text;
        }
        throw unreadable(name);
    }

    /// A number, also one that is written as text.
    public double number(String name) throws Problem {
        Item item = required(name);
        if (item instanceof Item.Scalar(double value)) {
            return value;
        }
        if (item instanceof Item.Text(var text)) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException wrong) {
                throw unreadable(name).causedBy(wrong);
            }
        }
        throw unreadable(name);
    }

    /// A whole number, also one that is written as text.
    public int integer(String name) throws Problem {
        double number = number(name);
        if (number != (int) number) {
            throw unreadable(name);
        }
        return (int) number;
    }

    /// A whole number, or the fallback where there is none.
    public int integer(String name, int fallback) throws Problem {
        return has(name) ? integer(name) : fallback;
    }

    /// The members that are texts.
    public Map<String, String> plainTexts() {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        fields.members()
                .forEach(
                        (name, item) -> {
                            if (item instanceof Item.Text(var text)) {
                                texts.put(name, text);
                            }
                        });
        return texts;
    }

    /// What to throw where a member is missing or not as it should be.
    public Problem unreadable(String name) {
        return Problem.of("document.unreadable", where, library, path + name);
    }

    private Item required(String name) throws Problem {
        return get(name).orElseThrow(() -> unreadable(name));
    }
}
