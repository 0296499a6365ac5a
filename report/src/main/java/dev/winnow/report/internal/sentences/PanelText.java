package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.panel.Opinion;
import dev.winnow.analysis.internal.panel.PanelPair;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the judgements of a panel, and the verdicts of its assessors. */
public final class PanelText {

    private final Wording wording;
    private final Names names;
    private final Panel panel;

    /** @param names the display names of the universe, and the facts of the pack */
    public PanelText(Wording wording, Names names, Panel panel) {
        this.wording = wording;
        this.names = names;
        this.panel = panel;
    }

    /** Returns the heading of a text about the panel, with its title, else its id. */
    public String heading() {
        return wording.sentence("The panel: %s", panel.title() == null ? panel.id() : wording.name(panel.title()));
    }

    /** Returns the name of an assessor. */
    public String name(String assessor) {
        Assessor one = panel.assessor(assessor);
        return one == null ? assessor : name(one);
    }

    /** Returns the name of an assessor, without its part in another language. */
    public String name(Assessor assessor) {
        return Names.inLanguage(wording.language(), assessor.name());
    }

    /** Returns the display name of a fact: {@code team strength}. */
    public String fact(String fact) {
        FactName name = FactName.of(fact);
        return names.vocabulary().words(name.list(), name.property(), wording.language());
    }

    /** Returns the display name of a project or city. */
    public String named(String subject) {
        return names.of(panel.projects().contains(subject) ? "projects" : "cities", subject, wording.language());
    }

    /** Returns a value of a fact in words. */
    public String value(String fact, @Nullable Object value) {
        if (value instanceof String word) {
            FactName name = FactName.of(fact);
            return names.vocabulary().word(name.list(), name.property(), word, wording.language());
        }
        return value == null
                ? wording.sentence("unknown")
                : value instanceof Boolean flag
                        ? wording.sentence(flag ? "yes" : "no")
                        : value instanceof Figure figure ? figure.write(wording.language()) : value.toString();
    }

    /** Returns the judgement of an assessor: its value, and whether it is an outlier. */
    public String judgement(PanelValue value, Judgement judgement) {
        String said =
                judgement.cannotJudge() ? wording.sentence("cannot judge") : value(value.fact(), judgement.value());
        return value.isOutlier(judgement) ? wording.sentence("%s, an outlier", said) : said;
    }

    /** Returns which assessors agree with a verdict: {@code The verdict stands for 3 of 4 assessors.} */
    public String stands(PanelPair pair) {
        int all = pair.verdicts().size();
        int agreeing = pair.agreeing();
        if (all == 0) {
            return wording.sentence("No assessor has judged it.");
        }
        if (agreeing == all) {
            return all == 1
                    ? wording.sentence("The verdict stands for its one assessor.")
                    : wording.sentence("The verdict stands for all %s assessors.", all);
        }
        return agreeing == 0
                ? wording.sentence("The verdict stands for none of %s assessors.", all)
                : wording.sentence("The verdict stands for %s of %s assessors.", agreeing, all);
    }

    /** Returns the section of a memo on what a panel said about a pair. */
    public Section section(PanelPair pair) {
        List<Block> blocks = new ArrayList<>();
        if (!pair.values().isEmpty()) {
            blocks.add(new Paragraph(stands(pair)));
            List<Item> facts = pair.values().stream()
                    .map(value -> value(value, pair.stated().get(value.fact())))
                    .toList();
            blocks.add(new Items(Mark.NONE, facts, ""));
            blocks.add(new Paragraph(wording.sentence("The verdict by the judgements of each assessor:")));
            blocks.add(new Items(Mark.DOT, opinions(pair), ""));
        }
        return new Section("panel", heading(), blocks);
    }

    /** Returns the verdict by the judgements of each assessor. */
    public List<Item> opinions(PanelPair pair) {
        return pair.opinions().stream().map(this::opinion).toList();
    }

    /** Returns the value of a fact with the judgements that it follows from. */
    public Item value(PanelValue value, @Nullable Object stated) {
        List<String> below = new ArrayList<>();
        value.judgements().forEach(one -> below.add(line(value, one)));
        replaced(value).forEach(below::add);
        if (stated != null) {
            below.add(wording.sentence(
                    "The universe states %s; the judgements replace it.", value(value.fact(), stated)));
        }
        return new Item(
                wording.sentence("%s: %s; %s.", fact(value.fact()), value(value.fact(), value.value()), taken(value)),
                below);
    }

    /** Returns who judged what with which reason. */
    public String line(PanelValue value, Judgement one) {
        String said = judgement(value, one);
        return one.reason() == null
                ? wording.sentence("%s: %s", name(one.assessor()), said)
                : wording.sentence("%s: %s, “%s”", name(one.assessor()), said, one.reason());
    }

    /** Returns the judgements of earlier rounds that a later one replaced. */
    private List<String> replaced(PanelValue value) {
        return panel.given(value.subject(), value.fact()).stream()
                .filter(one -> !value.judgements().contains(one))
                .map(one -> wording.sentence(
                        "%s in round %s: %s", name(one.assessor()), one.round(), value(one.fact(), one.value())))
                .toList();
    }

    /** Returns how the value follows from the judgements. */
    private String taken(PanelValue value) {
        int count = value.count();
        if (value.missing() > 0) {
            return wording.sentence(
                    "%s of at least %s judgements", count, value.judged().atLeast());
        }
        String way = count == 1
                ? wording.sentence("one judgement")
                : switch (value.judged().take()) {
                    case SPREAD ->
                        value.differs()
                                ? value.value() == null
                                        ? wording.sentence("the assessors differ")
                                        : wording.sentence("from the lowest to the highest")
                                : wording.sentence("all agree");
                    case MEDIAN ->
                        value.value() == null ? wording.sentence("the assessors differ") : wording.sentence("median");
                    case LOWEST -> wording.sentence("lowest");
                    case MAJORITY ->
                        value.value() == null ? wording.sentence("no majority") : wording.sentence("majority");
                };
        return count == 1 ? way : wording.sentence("%s judgements, %s", count, way);
    }

    private Item opinion(Opinion opinion) {
        String name = name(opinion.assessor());
        Assessment own = opinion.assessment();
        if (own != null) {
            return new Item(
                    name,
                    Cells.tone(own.verdict()),
                    wording.sentence(
                            "%s, rank %s, score %s",
                            wording.say("verdict." + own.verdict()), own.rank(), Numbers.range(own.score())),
                    List.of());
        }
        return new Item(
                name,
                opinion.recusal() == null
                        ? wording.sentence("has judged nothing yet")
                        : wording.sentence(
                                "recused: %s", wording.name(opinion.recusal().reason())),
                List.of());
    }
}
