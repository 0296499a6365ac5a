package dev.winnow.language.internal.format;

import dev.winnow.language.internal.format.RuleLines.Line;
import dev.winnow.language.internal.format.RuleLines.Part;
import dev.winnow.language.internal.format.RuleLines.Piece;
import dev.winnow.language.internal.syntax.RuleFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Formats a valid rule file by changing white space and the order of annotations only. The layout depends only on
 * tokens and comments, so formatting is idempotent.
 */
public final class RuleLayout {

    static final int WIDTH = 120;
    private static final String INDENT = "  ";
    private static final List<String> ANNOTATIONS = List.of("title", "points", "family", "action", "source");

    private final StringBuilder text = new StringBuilder();

    private RuleLayout() {}

    /** Returns the formatted text of a file, with plain line feeds. */
    public static String of(RuleFile file) {
        RuleLayout layout = new RuleLayout();
        layout.lines(RuleLines.of(file));
        return layout.text.toString();
    }

    private void lines(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.part().isAnnotation()) {
                int end = i;
                while (lines.get(end).part().isAnnotation()) {
                    end++;
                }
                Map<Boolean, List<Line>> tabular = lines.subList(i, end).stream()
                        .collect(Collectors.partitioningBy(one -> one.part().isTable()));
                annotations(tabular.getOrDefault(false, List.of()));
                table(tabular.getOrDefault(true, List.of()));
                i = end - 1;
                continue;
            }
            if (i > 0 && isApart(lines.get(i - 1).part(), line)) {
                text.append('\n');
            }
            line(line);
        }
    }

    private static boolean isApart(Part above, Line line) {
        return switch (line.part()) {
            case RULE -> true;
            case PACKAGE, IMPORT, GLOBAL -> above != line.part();
            case FILE_END -> !line.above().isEmpty();
            default -> false;
        };
    }

    private void line(Line line) {
        boolean top = line.part().isTop();
        above(line, top ? "" : INDENT);
        if (line.part() == Part.FILE_END) {
            return;
        }
        if (top && !line.above().isEmpty() && line.pieces().get(0).apart()) {
            text.append('\n');
        }
        boolean indented = line.part() == Part.CONDITION || line.part() == Part.SENTENCE;
        text.append(flow(line, indented ? INDENT : ""));
        behind(line);
        text.append('\n');
    }

    private void above(Line line, String indent) {
        for (int i = 0; i < line.above().size(); i++) {
            Piece comment = line.above().get(i);
            if (line.part().isTop() && i > 0 && comment.apart()) {
                text.append('\n');
            }
            text.append(indent).append(comment.text()).append('\n');
        }
    }

    private void behind(Line line) {
        for (int i = 0; i < line.behind().size(); i++) {
            text.append(i == 0 ? "  " : " ").append(line.behind().get(i).text());
        }
    }

    /** Writes the title on a line of its own and the other annotations side by side as far as they fit. */
    private void annotations(List<Line> annotations) {
        List<Line> ordered = new ArrayList<>(annotations);
        ordered.sort(Comparator.comparingInt(RuleLayout::rank));
        int column = 0;
        for (Line line : ordered) {
            String words = flow(line, INDENT);
            boolean beside =
                    column > 0 && line.above().isEmpty() && column + words.length() <= WIDTH && words.indexOf('\n') < 0;
            if (column > 0 && !beside) {
                text.append('\n');
            }
            above(line, INDENT);
            text.append(words);
            behind(line);
            column = (beside ? column : 0) + words.length();
            if (rank(line) == 0 || !line.behind().isEmpty() || words.indexOf('\n') >= 0) {
                text.append('\n');
                column = 0;
            }
        }
        if (column > 0) {
            text.append('\n');
        }
    }

    /** Writes a table below the other annotations, its cells aligned. Rows are never wrapped. */
    private void table(List<Line> table) {
        List<Line> rows = table.stream().filter(line -> line.part() == Part.ROW).toList();
        TableColumns columns = TableColumns.of(rows);
        for (Line line : table) {
            boolean row = line.part() == Part.ROW;
            String indent = row ? INDENT + INDENT : INDENT;
            above(line, line.part() == Part.TABLE ? INDENT : INDENT + INDENT);
            text.append(indent).append(row ? columns.write(line) : flow(line, ""));
            behind(line);
            text.append('\n');
        }
    }

    private static int rank(Line annotation) {
        String name = annotation.pieces().stream()
                .filter(Piece::isName)
                .map(Piece::text)
                .findFirst()
                .orElse("");
        return ANNOTATIONS.indexOf(name);
    }

    private static String flow(Line line, String indent) {
        return new Wrapping(line.part(), indent).of(line.pieces());
    }
}
