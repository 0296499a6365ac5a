package dev.winnow.report.text;

import dev.winnow.analysis.questions.AnswerEffects;
import dev.winnow.analysis.questions.AnswerEffects.MovedVerdict;
import dev.winnow.model.history.Answer;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.contents.Editions;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.CleanText;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what came of answers: which were taken, what contradicts what, and which verdicts moved by which answer. */
public final class AnswersText {

    /** The width beyond which prose gets no wider. */
    public static final int MOST = 100;

    /** How many moved verdicts are told in full. */
    private static final int FEW = 20;

    private final Wording wording;
    private final Names names;
    private final FactWords facts;
    private final Colours colours;
    private final Page page;

    private AnswersText(Screening after, Wording wording, Colours colours, int width) {
        this.wording = wording;
        this.names = after.names();
        this.facts = new FactWords(wording, names);
        this.colours = colours;
        this.page = new Page(width);
    }

    /**
     * The text, each line ended.
     *
     * @param after the screening with the answers
     * @param taken the answers that were taken
     * @param refused how many rows were not
     * @param conflicts where answers contradict what was known
     * @param width how many columns it may take, at least 60
     */
    public static String of(
            Screening after,
            List<Answer> taken,
            int refused,
            List<Problem> conflicts,
            AnswerEffects effects,
            Wording wording,
            Colours colours,
            int width) {
        AnswersText text = new AnswersText(after, wording, colours, width);
        text.head(after, taken.size(), refused);
        text.section(
                "Taken",
                taken.stream()
                        .filter(one -> one.reply() == null)
                        .map(text::taken)
                        .toList());
        text.section(
                "Without a value, and not asked again",
                taken.stream()
                        .filter(one -> one.reply() != null)
                        .map(text::taken)
                        .toList());
        text.section(
                "Conflicts with what was known",
                conflicts.stream().map(one -> CleanText.of(wording.say(one))).toList());
        text.verdicts(effects);
        text.page.line("");
        text.page.line(colours.faint(Editions.digests(after.pack(), after.universe(), wording)));
        return text.page.toString();
    }

    private void head(Screening after, int taken, int refused) {
        String title = wording.sentence(
                "winnow: answers taken: %s, rows refused: %s; universe %s, pack %s",
                taken, refused, Editions.named(after.universe()), Editions.named(after.pack()));
        Columns.wrap(title, page.width()).forEach(line -> page.line(colours.strong(line)));
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            page.section(colours.strong(wording.sentence(heading)));
            lines.forEach(line -> page.hanging("  ", line));
        }
    }

    /** {@code Hisense Xinxin, yield rate: 95 % (Li Ming, letter, 2026-01-10)}. */
    private String taken(Answer answer) {
        String said = wording.sentence("%s: %s", fact(answer), value(answer));
        String origin = List.of("by", "source", "asOf").stream()
                .map(key -> answer.said().get(key))
                .filter(Objects::nonNull)
                .map(Node::text)
                .collect(Collectors.joining(wording.sentence(", ")));
        return CleanText.of(origin.isEmpty() ? said : wording.sentence("%s (%s)", said, origin));
    }

    private String fact(Answer answer) {
        FactName name = FactName.of(answer.fact());
        String subject = names.of(name.isOfProject() ? "projects" : "cities", answer.id(), wording.language());
        return wording.sentence("%s, %s", subject, facts.words(answer.fact()));
    }

    private String value(Answer answer) {
        if (answer.reply() != null) {
            return answer.reply().word(wording.language());
        }
        @Nullable Node rows = answer.said().get("rows");
        @Nullable Node complete = answer.said().get("complete");
        @Nullable Node value = answer.said().get("value");
        return rows != null
                ? rows.items().stream().map(this::row).collect(Collectors.joining(wording.sentence("; ")))
                : value != null
                        ? shown(value)
                        : wording.sentence(
                                complete != null && complete.text().equals("true")
                                        ? "the list is complete"
                                        : "there may be more");
    }

    private String row(Node row) {
        return row.each().stream()
                .filter(field -> !field.key().equals("id"))
                .map(field -> shown(field.value()))
                .collect(Collectors.joining(wording.sentence(", ")));
    }

    private String shown(Node node) {
        return node.isList()
                ? node.items().isEmpty()
                        ? wording.sentence("none")
                        : wording.list(node.items().stream().map(this::shown).toList())
                : switch (node.text()) {
                    case "true" -> wording.sentence("yes");
                    case "false" -> wording.sentence("no");
                    default -> node.text();
                };
    }

    private void verdicts(AnswerEffects effects) {
        page.section(colours.strong(wording.sentence("What moved")));
        for (MovedVerdict moved : effects.verdicts().stream().limit(FEW).toList()) {
            Assessment then = moved.before();
            Assessment now = moved.after();
            page.hanging(
                    "  ",
                    wording.sentence(
                            "%s in %s: %s, was %s; score %s, was %s",
                            names.of("projects", now.project(), wording.language()),
                            names.of("cities", now.city(), wording.language()),
                            verdict(now),
                            verdict(then),
                            Numbers.range(now.score(), 0),
                            Numbers.range(then.score(), 0)));
            page.text(
                    4,
                    wording.sentence(
                            "by %s",
                            moved.by().stream().map(this::fact).collect(Collectors.joining(wording.sentence("; ")))));
        }
        int more = effects.verdicts().size() - FEW;
        if (more > 0) {
            page.line("  " + wording.sentence("and %s more", more));
        }
        if (effects.verdicts().isEmpty()) {
            page.line("  " + wording.sentence("No verdict moves."));
        }
        if (effects.others() > 0) {
            page.line("  "
                    + wording.sentence(
                            "Other candidates of which the reason or the score moves: %s", effects.others()));
        }
    }

    private String verdict(Assessment one) {
        String verdict = wording.say("verdict." + one.verdict());
        return wording.sentence("%s (%s)", verdict, wording.say("because." + one.because()));
    }
}
