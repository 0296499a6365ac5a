package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.ChainAction;
import dev.winnow.model.Citation;
import dev.winnow.model.CriterionScore;
import dev.winnow.model.Effect;
import dev.winnow.model.Evidence;
import dev.winnow.model.Finding;
import dev.winnow.model.Question;
import dev.winnow.model.Screening;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import dev.winnow.model.Undetermined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One assessment as a memo of 80 columns: what is advised, why to the last point, and what is to be found out. */
final class Memo {

    private static final int CELLS = 20;
    private static final int RANGE = 12;
    private static final int LABEL = 30;
    private static final int AMOUNT = 10;
    /** How many of the like are named where all would tire. */
    private static final int FEW = 3;

    private final Screening screening;
    private final Assessment assessment;
    private final Colours colours;
    private final StringBuilder memo = new StringBuilder();

    private Memo(Screening screening, Assessment assessment, Colours colours) {
        this.screening = screening;
        this.assessment = assessment;
        this.colours = colours;
    }

    /**
     * The memo on one assessment, each line ended.
     *
     * @param screening all that was screened, which ranks are among
     */
    static String of(Screening screening, Assessment assessment, Colours colours) {
        Memo writer = new Memo(screening, assessment, colours);
        writer.head();
        writer.verdict();
        writer.stops();
        writer.scores();
        writer.findings();
        writer.remarks();
        writer.unknown();
        writer.questions();
        writer.foot();
        return writer.memo.toString();
    }

    private void head() {
        String title = assessment.projectName() + " in " + assessment.cityName();
        Columns.wrap(title, Columns.PAGE).forEach(text -> line(colours.strong(text)));
        line(colours.faint("═".repeat(Columns.PAGE)));
        if (screening.illustrative()) {
            line(colours.strong(Editions.INVENTED));
        } else if (assessment.illustrative()) {
            line(colours.strong("ILLUSTRATIVE: this project is invented."));
        }
        text(0, Editions.title(screening) + ", as of " + assessment.asOf());
    }

    private void verdict() {
        line("");
        String verdict = assessment.verdict().name();
        String because = verdict + " because " + assessment.because().words() + ".";
        line(colours.strong(colours.paint(assessment.verdict(), because)));
        Span score = assessment.score();
        String reach = score.low().compareTo(score.high()) == 0
                ? "It scores " + Numbers.down(score.low(), 2) + " of 100"
                : "It scores at least " + Numbers.down(score.low(), 2) + " and at most " + Numbers.down(score.high(), 2)
                        + " of 100";
        text(
                0,
                reach + "; what the " + assessment.binds().words() + " gains holds it down. "
                        + Numbers.percent(assessment.known()) + " of what counts is known. It ranks "
                        + assessment.rank() + " of " + rivals() + " in " + assessment.cityName() + " that day.");
    }

    private long rivals() {
        return screening.assessments().stream()
                .filter(other ->
                        other.city().equals(assessment.city()) && other.asOf().equals(assessment.asOf()))
                .count();
    }

    private void stops() {
        List<Finding> stops = findings(Effect.KNOCK_OUT, Effect.RED_FLAG);
        if (stops.isEmpty()) {
            return;
        }
        section("What stands in the way");
        for (Finding stop : stops) {
            String label = stop.effect().words();
            item(colours.bad(Columns.left(label, AMOUNT)), stop);
        }
    }

    private void scores() {
        section("Scores");
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            Span span = Objects.requireNonNull(assessment.sides().get(side));
            line(colours.strong(Columns.left("What the " + side.words() + " gains", LABEL))
                    + bar(span, colours.paint(assessment.verdict(), Bars.draw(span, CELLS))));
            for (CriterionScore criterion : assessment.criteria()) {
                if (criterion.side() == side) {
                    line(Columns.left("  " + criterion.title(), LABEL)
                            + bar(criterion.span(), Bars.draw(criterion.span(), CELLS))
                            + "  weight " + Numbers.near(criterion.weight(), 2));
                }
            }
        }
    }

    private static String bar(Span span, String drawn) {
        return drawn + "  " + Columns.left(Numbers.range(span, 2), RANGE);
    }

    private void findings() {
        List<Finding> counted = findings(Effect.AWARD, Effect.CAP);
        if (counted.isEmpty()) {
            section("What is certain");
            text(2, "No rule that awards points holds for certain.");
            return;
        }
        section("What is certain, and what it adds to its side");
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        assessment.criteria().forEach(criterion -> groups.put(criterion.id(), new ArrayList<>()));
        counted.forEach(finding -> groups.computeIfAbsent(finding.criterion(), id -> new ArrayList<>())
                .add(finding));
        groups.forEach((criterion, group) -> {
            if (!group.isEmpty()) {
                line("  " + colours.strong(Columns.cut(title(criterion), Columns.PAGE - 2)));
                group.forEach(finding -> item(amount(finding), finding));
            }
        });
    }

    private String amount(Finding finding) {
        int sign = finding.contribution().signum();
        String number = (sign > 0 ? "+" : "") + Numbers.near(finding.contribution(), 2);
        String amount = Columns.right(number, AMOUNT - 2) + "  ";
        return sign > 0 ? colours.good(amount) : sign < 0 ? colours.bad(amount) : colours.faint(amount);
    }

    private void remarks() {
        List<Finding> notes = findings(Effect.NOTE, Effect.SUGGEST);
        List<ChainAction> actions = assessment.chainActions();
        if (notes.isEmpty() && actions.isEmpty() && assessment.district() == null) {
            return;
        }
        section("Besides");
        if (!actions.isEmpty()) {
            hanging(
                    "  " + Columns.left("chain", AMOUNT),
                    "The project would "
                            + actions.stream().map(ChainAction::words).collect(Collectors.joining(" and "))
                            + " the city’s chain.");
        }
        if (assessment.district() != null) {
            hanging("  " + Columns.left("district", AMOUNT), assessment.district());
        }
        notes.forEach(note -> item(Columns.left(note.effect() == Effect.SUGGEST ? "advice" : "note", AMOUNT), note));
    }

    private void unknown() {
        if (assessment.undetermined().isEmpty()) {
            return;
        }
        section("What cannot be said, and what hangs on it");
        for (Undetermined open : assessment.undetermined()) {
            boolean award = open.effect() == Effect.AWARD;
            String stake = award ? Numbers.points(open.points(), 2) + " of " + title(open.criterion()) : stake(open);
            hanging("  ", Columns.unstopped(open.title()) + " (" + stake + ")");
            String missing = FactNames.grouped(open.missing()).stream()
                    .map(group -> FactNames.together(group, FEW))
                    .collect(Collectors.joining("; "));
            text(4, "unknown: " + missing);
        }
    }

    private String stake(Undetermined open) {
        return switch (open.effect()) {
            case CAP ->
                "a cap on " + title(open.criterion())
                        + (open.contribution().signum() == 0 ? "" : ", " + Numbers.near(open.contribution(), 2));
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST, AWARD ->
                "a " + open.effect().words();
        };
    }

    private void questions() {
        if (assessment.questions().isEmpty()) {
            return;
        }
        section("To find out, most important first");
        for (List<Question> alike : alike(assessment.questions())) {
            Question first = alike.get(0);
            String stake = first.knockOut()
                    ? "decides a knock-out"
                    : "moves up to " + Numbers.points(first.points(), 2) + (alike.size() > 1 ? " each" : "");
            List<String> facts = alike.stream().map(Question::fact).toList();
            hanging("  [ ] ", FactNames.together(facts, facts.size()) + ": " + stake);
        }
    }

    /** Neighbours in the list of which as much hangs on each, and which differ only in the row they are of. */
    private static List<List<Question>> alike(List<Question> questions) {
        Map<String, List<Question>> groups = new LinkedHashMap<>();
        for (Question question : questions) {
            String group = question.knockOut() + " " + question.points() + " " + FactNames.kind(question.fact());
            groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(question);
        }
        return List.copyOf(groups.values());
    }

    private void foot() {
        line("");
        Editions.foot(screening).forEach(text -> line(colours.faint(text)));
    }

    /** A finding: its title, why it holds, the figures it read and where they come from. */
    private void item(String label, Finding finding) {
        hanging("  " + label, Columns.unstopped(finding.title()));
        int indent = 2 + AMOUNT;
        text(indent, finding.reason());
        for (Citation citation : finding.evidence()) {
            String read = FactNames.label(citation.property(), citation.value());
            hanging(" ".repeat(indent) + "· ", read + ": " + cited(citation));
        }
        List<String> also = finding.also();
        also.stream().limit(FEW).forEach(reason -> hanging(" ".repeat(indent) + "also ", reason));
        if (also.size() > FEW) {
            text(indent, "and " + (also.size() - FEW) + " more like these");
        }
        text(indent, "rule " + finding.rule() + ", " + finding.source());
    }

    /** {@code over 70 % (article § 1, 2026-01-08)}. */
    private static String cited(Citation citation) {
        Evidence evidence = citation.evidence();
        List<String> origin = new ArrayList<>();
        if (evidence.source() != null) {
            origin.add(evidence.source());
        }
        if (evidence.asOf() != null) {
            origin.add(evidence.asOf().toString());
        }
        if (evidence.hindsight()) {
            origin.add("learnt afterwards");
        }
        String note = evidence.note() == null ? "" : "; " + evidence.note();
        return citation.value() + (origin.isEmpty() ? "" : " (" + String.join(", ", origin) + ")") + note;
    }

    private String title(String criterion) {
        return assessment.criteria().stream()
                .filter(score -> score.id().equals(criterion))
                .map(CriterionScore::title)
                .findFirst()
                .orElse(criterion);
    }

    private List<Finding> findings(Effect first, Effect second) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == first || finding.effect() == second)
                .toList();
    }

    private void section(String title) {
        line("");
        line(colours.strong(title));
    }

    private void text(int indent, String text) {
        Columns.wrap(text, Columns.PAGE - indent).forEach(piece -> line(" ".repeat(indent) + piece));
    }

    /** A text after a label; its further lines stand below its first. The label may be painted. */
    private void hanging(String label, String text) {
        int indent = Columns.width(label.replaceAll("\u001B\\[[0-9;]*m", ""));
        List<String> pieces = Columns.wrap(text, Columns.PAGE - indent);
        line(label + pieces.get(0));
        pieces.stream().skip(1).forEach(piece -> line(" ".repeat(indent) + piece));
    }

    private void line(String text) {
        memo.append(text.stripTrailing()).append('\n');
    }
}
