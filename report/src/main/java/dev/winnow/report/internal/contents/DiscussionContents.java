package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.panel.Discussion;
import dev.winnow.analysis.internal.panel.Discussion.Settlement;
import dev.winnow.analysis.internal.panel.Discussion.Topic;
import dev.winnow.analysis.internal.panel.PanelPair;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.value.Figure;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.PanelText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The document of {@code panel discuss}: the verdicts that depend on a disagreement, and what would settle them. */
public final class DiscussionContents {

    /** Maximum number of changes listed per pair and kind. */
    private static final int FEW = 4;

    private final Discussion discussion;
    private final Screening screening;
    private final Wording wording;
    private final PanelText text;

    private DiscussionContents(Discussion discussion, Panel panel, Screening screening, Wording wording) {
        this.discussion = discussion;
        this.screening = screening;
        this.wording = wording;
        this.text = new PanelText(wording, screening.names(), panel);
    }

    /** Returns the document. */
    public static Document of(Discussion discussion, Panel panel, Screening screening, Wording wording) {
        return new DiscussionContents(discussion, panel, screening, wording).document();
    }

    private Document document() {
        int pairs = screening.assessments().size();
        int disputed = discussion.topics().size();
        List<LocalDate> days = Editions.days(screening);
        Provenance provenance = Origins.of(
                screening.pack(),
                screening.universe(),
                screening.names(),
                days.size() == 1 ? days.get(0) : null,
                screening.illustrative(),
                wording);
        return new Document(
                text.heading(),
                text.heading() + " · " + provenance.names(),
                List.of(new Paragraph(
                        disputed == 0
                                ? wording.sentence("No verdict depends on a disagreement of the panel.")
                                : disputed == 1
                                        ? wording.sentence(
                                                "1 of %s verdicts depends on a disagreement of the panel.", pairs)
                                        : wording.sentence(
                                                "%s of %s verdicts depend on a disagreement of the panel.",
                                                disputed, pairs))),
                discussion.topics().stream().map(this::section).toList(),
                List.of(),
                provenance);
    }

    private Section section(Topic topic) {
        PanelPair pair = topic.pair();
        Assessment one = pair.assessment();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(text.stands(pair)));
        blocks.add(new Items(Mark.DOT, text.opinions(pair), ""));
        blocks.add(new Paragraph(wording.sentence("The assessors differ on:")));
        blocks.add(new Items(
                Mark.NONE,
                topic.disputed().stream().map(value -> text.value(value, null)).toList(),
                ""));
        List<Settlement> settling =
                topic.settlements().stream().filter(Settlement::settles).toList();
        List<Settlement> turning =
                topic.settlements().stream().filter(other -> !other.settles()).toList();
        blocks.add(new Paragraph(
                settling.isEmpty()
                        ? wording.sentence(
                                "No change of a single judgement makes the verdict the same for all assessors.")
                        : wording.sentence(
                                "One changed judgement would make the verdict the same for all assessors:")));
        blocks.add(items(settling));
        blocks.add(new Paragraph(
                turning.isEmpty() || !settling.isEmpty()
                        ? ""
                        : wording.sentence("One changed judgement would give the panel another verdict:")));
        blocks.add(settling.isEmpty() ? items(turning) : new Paragraph(""));
        return new Section(
                one.project() + "-" + one.city() + "-" + one.asOf(),
                wording.sentence(
                        "%s in %s: %s",
                        wording.name(one.projectName()),
                        wording.name(one.cityName()),
                        wording.say("verdict." + one.verdict())),
                blocks);
    }

    private Items items(List<Settlement> settlements) {
        return new Items(
                Mark.LABEL, settlements.stream().limit(FEW).map(this::item).toList(), "");
    }

    private Item item(Settlement settlement) {
        Judgement judgement = settlement.judgement();
        return new Item(
                wording.say("verdict." + settlement.verdict()),
                Cells.tone(settlement.verdict()),
                wording.sentence(
                        "%s, %s: %s instead of %s%s",
                        text.name(judgement.assessor()),
                        text.fact(judgement.fact()),
                        text.value(judgement.fact(), settlement.value()),
                        text.value(judgement.fact(), judgement.value()),
                        levels(settlement)),
                List.of());
    }

    /** Returns the number of levels of a change; empty if the fact has none. */
    private String levels(Settlement settlement) {
        if (!(settlement.value() instanceof Figure to)
                || !(settlement.judgement().value() instanceof Figure from)
                || to.unit().levels() == null
                || !from.isExact()) {
            return "";
        }
        int levels = to.low().decimal().intValue() - from.low().decimal().intValue();
        return levels == 1
                ? wording.sentence(", one level up")
                : levels == -1
                        ? wording.sentence(", one level down")
                        : levels > 0
                                ? wording.sentence(", %s levels up", levels)
                                : wording.sentence(", %s levels down", -levels);
    }
}
