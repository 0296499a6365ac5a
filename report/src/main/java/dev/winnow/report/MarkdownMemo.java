package dev.winnow.report;

import dev.winnow.model.Assessment;
import dev.winnow.model.CriterionScore;
import dev.winnow.model.Effect;
import dev.winnow.model.Finding;
import dev.winnow.model.Question;
import dev.winnow.model.Screening;
import dev.winnow.model.Screening.Edition;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import dev.winnow.model.Undetermined;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A memo on one project in one city for a committee to paste, in Markdown: what is advised, why, what is unknown, what to
 * ask whom, and where it all comes from.
 */
public final class MarkdownMemo {

    /** How many further reasons of a finding are told. */
    private static final int FEW = 3;

    private final Screening screening;
    private final Assessment one;
    private final Wording wording;
    private final UnaryOperator<String> factWords;
    private final SourceList sources = new SourceList();
    private final MarkdownText text = new MarkdownText();

    private MarkdownMemo(Screening screening, Assessment one, Wording wording, UnaryOperator<String> factWords) {
        this.screening = screening;
        this.one = one;
        this.wording = wording;
        this.factWords = factWords;
    }

    /**
     * The memo, each line ended.
     *
     * @param screening all that was screened, which ranks are among
     * @param factWords says in words what a fact such as {@code project.yieldRate} is
     */
    public static String of(Screening screening, Assessment one, Wording wording, UnaryOperator<String> factWords) {
        MarkdownMemo memo = new MarkdownMemo(screening, one, wording, factWords);
        memo.advice();
        memo.stops();
        memo.why();
        memo.besides();
        memo.unknown();
        memo.questions("memo.ask.project", question -> question.fact().startsWith("project."));
        memo.questions("memo.ask.city", question -> !question.fact().startsWith("project."));
        memo.scores();
        memo.sources();
        foot(screening, wording, memo.text);
        return memo.text.toString();
    }

    private String say(String key, Object... values) {
        return wording.say(key, values);
    }

    private static String escaped(String text) {
        return MarkdownText.escaped(text);
    }

    private void advice() {
        text.heading(1, say("memo.title", escaped(one.projectName()), escaped(one.cityName())));
        if (one.illustrative()) {
            text.paragraph("**" + say("memo.invented") + "**");
        }
        text.paragraph("**" + say("memo.verdict", say("verdict." + one.verdict()), say("because." + one.because()))
                + "** " + score(one, wording) + " "
                + say("memo.rank", one.rank(), rivals(), escaped(one.cityName()), one.asOf()));
    }

    /** What it scores and how much is known, in two sentences. */
    static String score(Assessment one, Wording wording) {
        String low = Decimals.down(one.score().low(), 2);
        String high = Decimals.down(one.score().high(), 2);
        String reach = low.equals(high) ? wording.say("memo.score", low) : wording.say("memo.score.open", low, high);
        return wording.say("memo.binds", reach, wording.say("side." + one.binds())) + " "
                + wording.say("memo.known", Decimals.percent(one.known()));
    }

    private long rivals() {
        return screening.assessments().stream()
                .filter(other -> other.city().equals(one.city()) && other.asOf().equals(one.asOf()))
                .count();
    }

    private void stops() {
        List<Finding> stops = findings(Effect.KNOCK_OUT, Effect.RED_FLAG);
        if (!stops.isEmpty()) {
            text.heading(2, say("memo.stops"));
            stops.forEach(stop -> finding("**" + say("effect." + stop.effect()) + "**", stop));
            text.line("");
        }
    }

    private void why() {
        text.heading(2, say("memo.why"));
        List<Finding> counted = findings(Effect.AWARD, Effect.CAP);
        if (counted.isEmpty()) {
            text.paragraph(say("memo.nothing"));
            return;
        }
        for (CriterionScore criterion : one.criteria()) {
            List<Finding> group = counted.stream()
                    .filter(finding -> finding.criterion().equals(criterion.id()))
                    .toList();
            if (!group.isEmpty()) {
                text.paragraph("**" + escaped(criterion.title()) + "**, "
                        + say("memo.of.side", say("side." + criterion.side())));
                group.forEach(finding -> finding("**" + signed(finding) + "**", finding));
                text.line("");
            }
        }
    }

    static String signed(Finding finding) {
        String number = Decimals.near(finding.contribution(), 2);
        return finding.contribution().signum() > 0 ? "+" + number : number.replace('-', '−');
    }

    private void finding(String label, Finding finding) {
        text.line("- "
                + say(
                        "memo.finding",
                        label,
                        escaped(unstopped(finding.title())),
                        escaped(finding.reason()),
                        "`" + finding.rule() + "`",
                        escaped(finding.source())));
        finding.evidence()
                .forEach(citation -> text.line("  - "
                        + say("memo.figure", escaped(factWords.apply(citation.property())), escaped(citation.value()))
                        + sources.cite(citation.evidence())
                        + (citation.evidence().hindsight() ? ", " + say("memo.hindsight") : "")));
        finding.also().stream().limit(FEW).forEach(also -> text.line("  - " + say("memo.also", escaped(also))));
        int more = finding.also().size() - FEW;
        if (more > 0) {
            text.line("  - " + say("memo.more", more));
        }
    }

    private static String unstopped(String title) {
        return title.endsWith(".") || title.endsWith("。") ? title.substring(0, title.length() - 1) : title;
    }

    private void besides() {
        List<Finding> notes = findings(Effect.NOTE, Effect.SUGGEST);
        if (notes.isEmpty() && one.chainActions().isEmpty() && one.district() == null) {
            return;
        }
        text.heading(2, say("memo.besides"));
        if (!one.chainActions().isEmpty()) {
            text.line("- " + say("memo.chain", CellText.spoken(one.chainActions(), wording)));
        }
        if (one.district() != null) {
            text.line("- " + say("memo.district", escaped(one.district())));
        }
        notes.forEach(note -> finding("**" + say("effect." + note.effect()) + "**", note));
        text.line("");
    }

    private void unknown() {
        text.heading(2, say("memo.unknown"));
        if (one.undetermined().isEmpty()) {
            text.paragraph(say("memo.unknown.nothing"));
            return;
        }
        for (Undetermined open : one.undetermined()) {
            String criterion = escaped(Gist.criterion(one, open.criterion()));
            String stake = open.effect() == Effect.AWARD
                    ? say("memo.stake.points", Decimals.near(open.points(), 2), criterion)
                    : open.effect() == Effect.CAP ? say("memo.stake.cap", criterion) : say("effect." + open.effect());
            List<String> facts = open.missing().stream().map(factWords).toList();
            text.line("- " + escaped(unstopped(open.title())) + " (" + stake + "): "
                    + escaped(CellText.spoken(facts, wording)));
        }
        text.line("");
    }

    private void questions(String heading, Predicate<Question> whose) {
        List<Question> asked = one.questions().stream().filter(whose).toList();
        if (asked.isEmpty()) {
            return;
        }
        text.heading(2, say(heading));
        int place = 1;
        for (Question question : asked) {
            text.line(place + ". " + question(question, wording, factWords));
            place++;
        }
        text.line("");
    }

    /** What is asked, and what hangs on it. */
    static String question(Question question, Wording wording, UnaryOperator<String> factWords) {
        String stake = question.knockOut()
                ? wording.say("memo.stake.knockOut")
                : wording.say("memo.stake.moves", Decimals.near(question.points(), 2));
        return escaped(factWords.apply(question.fact())) + " (" + stake + ")";
    }

    private void scores() {
        text.heading(2, say("memo.scores"));
        text.head(List.of(say("memo.criterion"), say("memo.weight"), say("memo.least"), say("memo.most")), "-nnn");
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            row(
                    "**" + say("memo.gains", say("side." + side)) + "**",
                    "",
                    Objects.requireNonNull(one.sides().get(side)));
            one.criteria().stream()
                    .filter(criterion -> criterion.side() == side)
                    .forEach(criterion ->
                            row(escaped(criterion.title()), Decimals.near(criterion.weight(), 2), criterion.span()));
        }
        text.line("");
    }

    private void row(String label, String weight, Span span) {
        text.row(List.of(label, weight, Decimals.down(span.low(), 2), Decimals.down(span.high(), 2)));
    }

    private void sources() {
        if (sources.all().isEmpty()) {
            return;
        }
        text.heading(2, say("memo.sources"));
        int place = 1;
        for (String source : sources.all()) {
            text.line(place + ". " + escaped(source));
            place++;
        }
        text.line("");
    }

    /** The editions that a text rests on, and whose the weights are. */
    static void foot(Screening screening, Wording wording, MarkdownText text) {
        text.heading(2, wording.say("memo.versions"));
        text.line("- " + wording.say("memo.pack", edition(screening.pack())));
        text.line("- " + wording.say("memo.universe", edition(screening.universe())));
        text.line("- " + wording.say("sheet.about.modeller"));
    }

    private static String edition(Edition edition) {
        return (escaped(edition.name()) + " " + escaped(edition.version())).strip() + ", `" + edition.digest() + "`";
    }

    private List<Finding> findings(Effect first, Effect second) {
        return one.findings().stream()
                .filter(finding -> finding.effect() == first || finding.effect() == second)
                .toList();
    }
}
