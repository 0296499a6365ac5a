package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.questions.AnswerEffects;
import dev.winnow.analysis.internal.questions.AnswerEffects.MovedVerdict;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code answers}: the accepted answers, the known facts that they contradict, and the verdicts that
 * changed, with the answers that changed them.
 */
public final class AnswersContents {

    /** Maximum number of changed verdicts listed. */
    private static final int MOST = 20;

    private final Wording wording;
    private final Names names;
    private final FactWords facts;

    private AnswersContents(Names names, Wording wording) {
        this.wording = wording;
        this.names = names;
        this.facts = new FactWords(wording, names);
    }

    /**
     * Returns the document.
     *
     * @param after the screening with the answers
     * @param taken the accepted answers
     * @param refused the number of rejected rows
     * @param conflicts contradictions between answers and known facts
     */
    public static Document of(
            Screening after,
            List<Answer> taken,
            int refused,
            List<Problem> conflicts,
            AnswerEffects effects,
            Wording wording) {
        AnswersContents contents = new AnswersContents(after.names(), wording);
        String title = wording.sentence(
                "winnow: answers taken: %s, rows refused: %s; universe %s, pack %s",
                taken.size(),
                refused,
                Editions.named(Editions.universe(after, wording)),
                Editions.named(Editions.pack(after, wording)));
        return new Document(
                title,
                title,
                List.of(),
                List.of(
                        section("taken", wording.sentence("Taken"), contents.taken(taken, one -> one.reply() == null)),
                        section(
                                "unknown",
                                wording.sentence("Without a value; not asked again"),
                                contents.taken(taken, one -> one.reply() != null)),
                        section(
                                "conflicts",
                                wording.sentence("Conflicts with what was known"),
                                conflicts.stream()
                                        .map(wording::say)
                                        .map(Item::new)
                                        .toList()),
                        section("moved", wording.sentence("Changed verdicts"), contents.moved(effects))),
                List.of(),
                Origins.of(after.pack(), after.universe(), after.names(), null, "", wording),
                List.of(),
                null);
    }

    private static Section section(String id, String heading, List<Item> items) {
        return new Section(id, heading, List.of(new Items(Mark.NONE, items, "")));
    }

    private List<Item> taken(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream().filter(which).map(this::taken).map(Item::new).toList();
    }

    /** Returns {@code Hisense Xinxin, yield rate: 95 % (Li Ming, letter, 2026-01-10)}. */
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

    private List<Item> moved(AnswerEffects effects) {
        List<Item> items = new ArrayList<>();
        effects.verdicts().stream().limit(MOST).forEach(moved -> items.add(moved(moved)));
        int more = effects.verdicts().size() - MOST;
        if (more > 0) {
            items.add(new Item(wording.sentence("and %s more", more)));
        }
        if (effects.verdicts().isEmpty()) {
            items.add(new Item(wording.sentence("No verdict moves.")));
        }
        if (effects.others() > 0) {
            items.add(
                    new Item(wording.sentence("Other candidates whose reason or score changes: %s", effects.others())));
        }
        return items;
    }

    private Item moved(MovedVerdict moved) {
        Assessment then = moved.before();
        Assessment now = moved.after();
        return new Item(
                wording.sentence(
                        "%s in %s: %s, was %s; score %s, was %s",
                        names.of("projects", now.project(), wording.language()),
                        names.of("cities", now.city(), wording.language()),
                        verdict(now),
                        verdict(then),
                        Numbers.range(now.score()),
                        Numbers.range(then.score())),
                List.of(wording.sentence(
                        "by %s",
                        moved.by().stream().map(this::fact).collect(Collectors.joining(wording.sentence("; "))))));
    }

    private String verdict(Assessment one) {
        String verdict = wording.say("verdict." + one.verdict());
        return wording.sentence("%s (%s)", verdict, wording.say("because." + one.because()));
    }
}
