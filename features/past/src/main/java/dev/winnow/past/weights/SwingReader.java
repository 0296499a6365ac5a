package dev.winnow.past.weights;

import dev.winnow.language.Criterion;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.past.weights.Statement.Swing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a filled form about the swings of criteria. Problems are reported at their place, and their rows left out. */
public final class SwingReader {

    /** The keys of a row, each with its headings. */
    public static final Map<String, List<String>> COLUMNS = Map.of(
            "criterion", List.of("criterion", "指标编号", "指标"),
            "percentage", List.of("percentage", "percent", "百分比"));

    private static final Message SWING = Message.of("a swing");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private SwingReader() {}

    /**
     * Reads a form.
     *
     * @param rows maps with keys of {@link #COLUMNS}; rows without a percentage are not answered
     * @param criteria the criteria of the pack
     * @param problems receives the problems
     */
    public static List<Swing> read(List<Node> rows, List<Criterion> criteria, List<Problem> problems) {
        Map<String, Figure> answers = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        List<String> ids = criteria.stream().map(Criterion::id).toList();
        for (Node row : rows) {
            Node at = row.get("percentage");
            if (at != null) {
                String id = id(row, ids, problems);
                Figure figure = percentage(at, problems);
                if (id != null && figure != null && answers.putIfAbsent(id, figure) != null) {
                    problems.add(row.problem(Message.of("duplicate `%s`", id)));
                } else if (id != null && figure != null) {
                    places.put(id, at.place());
                }
            }
        }
        List<Swing> swings = new ArrayList<>();
        for (Side side : Side.values()) {
            List<String> ofSide = criteria.stream()
                    .filter(one -> one.side() == side)
                    .map(Criterion::id)
                    .filter(answers::containsKey)
                    .toList();
            String top = ofSide.stream()
                    .filter(id -> low(answers, id).compareTo(ALL) == 0)
                    .findFirst()
                    .orElse(null);
            if (top == null && !ofSide.isEmpty()) {
                problems.add(Problem.at(place(places, ofSide.get(0)), "no criterion of this side has 100")
                        .with(Message.of("give 100 to the criterion with the largest swing of each side")));
            } else if (top != null) {
                ofSide.stream()
                        .filter(id -> !id.equals(top))
                        .forEach(id ->
                                swings.add(new Swing(id, top, low(answers, id), high(answers, id), place(places, id))));
            }
        }
        return swings;
    }

    private static @Nullable String id(Node row, List<String> ids, List<Problem> problems) {
        String id = row.requiredText(SWING, "criterion", problems);
        Node at = row.get("criterion");
        if (id != null && at != null && !ids.contains(id)) {
            problems.add(at.problem(Message.of("unknown criterion `%s`", id), Nearest.advice(id, ids)));
            return null;
        }
        return id;
    }

    private static @Nullable Figure percentage(Node at, List<Problem> problems) {
        String number = at.text().replaceFirst("\\s*[%％]$", "");
        Figure figure = FigureText.parse(Node.scalar(at.place(), number), Unit.NUMBER, null, problems);
        if (figure != null
                && (figure.high().isUnbounded()
                        || figure.low().isUnbounded()
                        || figure.high().decimal().compareTo(ALL) > 0
                        || figure.high().decimal().signum() <= 0)) {
            problems.add(at.problem(
                    Message.of("invalid percentage `%s`", at.text()),
                    Message.of("write a number above 0 and up to 100, or a range such as `%s`", "40–60")));
            return null;
        }
        return figure;
    }

    private static BigDecimal low(Map<String, Figure> answers, String id) {
        return Objects.requireNonNull(answers.get(id)).low().decimal();
    }

    private static BigDecimal high(Map<String, Figure> answers, String id) {
        return Objects.requireNonNull(answers.get(id)).high().decimal();
    }

    private static Place place(Map<String, Place> places, String id) {
        return Objects.requireNonNull(places.get(id));
    }
}
