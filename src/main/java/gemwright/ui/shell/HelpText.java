package gemwright.ui.shell;

import gemwright.ui.control.CodeText;
import gemwright.ui.control.Words;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Markdown of the help pages as nodes: headings, paragraphs, lists, tables, indented code.
final class HelpText extends VBox {
    private static final double FIRST = 25;

    private enum Kind {
        HEADING,
        CODE,
        ITEM,
        ROW,
        BLANK,
        WORDS;

        static Kind of(String line) {
            if (line.isBlank()) {
                return BLANK;
            }
            return switch (line.charAt(0)) {
                case '#' -> HEADING;
                case '|' -> ROW;
                case '-' -> ITEM;
                case ' ' -> line.startsWith("    ") ? CODE : WORDS;
                default -> WORDS;
            };
        }
    }

    /// Shows a page.
    ///
    /// @param between what stands between two lines of a paragraph: a blank, in Chinese nothing
    HelpText(String markdown, String between) {
        getStyleClass().add("help-text");
        List<String> block = new ArrayList<>();
        Kind kind = Kind.BLANK;
        for (String line : markdown.lines().toList()) {
            Kind next = Kind.of(line);
            boolean goesOn = next == kind && next != Kind.HEADING && next != Kind.ITEM;
            boolean itemGoesOn = kind == Kind.ITEM && next == Kind.WORDS;
            if (!goesOn && !itemGoesOn) {
                add(kind, block, between);
                block.clear();
                kind = next;
            }
            block.add(line);
        }
        add(kind, block, between);
    }

    private void add(Kind kind, List<String> lines, String between) {
        switch (kind) {
            case HEADING -> getChildren().add(heading(lines.getFirst()));
            case CODE -> getChildren().add(code(lines));
            case ITEM -> getChildren().add(words("• " + joined(lines, between).substring(2)));
            case ROW -> getChildren().add(table(lines));
            case WORDS -> getChildren().add(words(joined(lines, between)));
            case BLANK -> {}
        }
    }

    private static String joined(List<String> lines, String between) {
        return String.join(between, lines.stream().map(String::strip).toList());
    }

    private static Node heading(String line) {
        String text = line.replaceFirst("^#+ ", "");
        return line.startsWith("# ") ? Words.title(text) : Words.heading(text);
    }

    private static Node words(String text) {
        return Words.flow(text, "help-words");
    }

    private static Node code(List<String> lines) {
        CodeText code = new CodeText();
        code.show(String.join("\n", lines.stream().map(line -> line.substring(4)).toList()));
        return code;
    }

    private static Node table(List<String> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        int row = 0;
        for (String line : lines) {
            if (!line.matches("[|: -]+")) {
                List<String> cells = cells(line);
                for (int column = 0; column < cells.size(); column++) {
                    grid.add(words(cells.get(column)), column, row);
                }
                row++;
            }
        }
        for (int column = 0; column < grid.getColumnCount(); column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(
                    column == 0 ? FIRST : (100 - FIRST) / (grid.getColumnCount() - 1));
            width.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(width);
        }
        return grid;
    }

    private static List<String> cells(String line) {
        String inside = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inside.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }
}
