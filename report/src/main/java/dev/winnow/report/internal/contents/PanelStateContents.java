package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.panel.PanelState;
import dev.winnow.analysis.internal.panel.PanelState.Missing;
import dev.winnow.analysis.internal.panel.PanelState.Work;
import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.PanelText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The document of {@code panel show}: rounds, assessors, missing judgements, and the values so far. */
public final class PanelStateContents {

    private final PanelState state;
    private final Panel panel;
    private final Wording wording;
    private final PanelText text;

    private PanelStateContents(PanelState state, Universe universe, Wording wording) {
        this.state = state;
        this.panel = state.panel();
        this.wording = wording;
        this.text = new PanelText(wording, universe.names(), panel);
    }

    /** Returns the document. */
    public static Document of(PanelState state, RulePack pack, Universe universe, Wording wording) {
        PanelStateContents contents = new PanelStateContents(state, universe, wording);
        Provenance provenance = Origins.of(pack, universe, wording);
        return new Document(
                contents.text.heading(),
                contents.text.heading() + " · " + provenance.names(),
                List.of(),
                List.of(contents.rounds(), contents.assessors(), contents.missing(), contents.values()),
                List.of(),
                provenance);
    }

    private Section rounds() {
        return new Section(
                "rounds",
                wording.sentence("Rounds"),
                new Items(Mark.DOT, panel.rounds().stream().map(this::round).toList(), ""));
    }

    private Item round(Round round) {
        long late = round.judgements().stream().filter(round::isLate).count();
        String days = round.from() != null && round.until() != null
                ? wording.sentence("from %s to %s", wording.day(round.from()), wording.day(round.until()))
                : round.until() != null
                        ? wording.sentence("until %s", wording.day(round.until()))
                        : round.from() != null ? wording.sentence("from %s", wording.day(round.from())) : "";
        String counted = round.judgements().isEmpty()
                ? wording.sentence("no judgements yet")
                : late == 0
                        ? wording.sentence("%s judgements", round.judgements().size())
                        : wording.sentence(
                                "%s judgements, %s of them late",
                                round.judgements().size(), late);
        return new Item(
                wording.sentence("Round %s", round.number()),
                days.isEmpty() ? counted : wording.sentence("%s: %s", days, counted),
                List.of());
    }

    private Section assessors() {
        List<Column> columns = List.of(
                new Column(wording.sentence("assessor"), Kind.TEXT),
                new Column(wording.sentence("organisation"), Kind.TEXT),
                new Column(wording.sentence("judged"), Kind.COUNT),
                new Column(wording.sentence("cannot judge"), Kind.COUNT),
                new Column(wording.sentence("still missing"), Kind.COUNT),
                new Column(wording.sentence("recused from"), Kind.BELOW));
        List<Row> rows = state.work().stream()
                .map(work -> new Row(
                        new Cell.Text(wording.name(work.assessor().name())),
                        new Cell.Text(
                                work.assessor().organisation() == null
                                        ? ""
                                        : wording.name(work.assessor().organisation())),
                        Cells.of(work.judged().size(), wording),
                        Cells.of(work.cannotJudge().size(), wording),
                        Cells.of(work.missing().size(), wording),
                        new Cell.Text(recused(work))))
                .toList();
        return new Section("assessors", wording.sentence("Assessors"), new Table("assessors", "", columns, rows));
    }

    private String recused(Work work) {
        return work.recusals().isEmpty()
                ? ""
                : wording.sentence(
                        "Recused from %s",
                        work.recusals().stream()
                                .map(one -> wording.sentence("%s (%s)", text.named(one.subject()), one.reason()))
                                .collect(Collectors.joining(wording.sentence("; "))));
    }

    private Section missing() {
        return new Section(
                "missing",
                wording.sentence("Judgements still missing"),
                new Items(
                        Mark.BOX,
                        state.work().stream()
                                .filter(work -> !work.missing().isEmpty())
                                .map(work ->
                                        new Item(wording.name(work.assessor().name()), missing(work.missing())))
                                .toList(),
                        ""));
    }

    /** Returns the facts to judge, one line per project or city. */
    private List<String> missing(List<Missing> missing) {
        Map<String, List<String>> bySubject = new LinkedHashMap<>();
        missing.forEach(one -> bySubject
                .computeIfAbsent(one.subject(), any -> new ArrayList<>())
                .add(text.fact(one.fact())));
        return bySubject.entrySet().stream()
                .map(one -> wording.sentence("%s: %s", text.named(one.getKey()), wording.list(one.getValue())))
                .toList();
    }

    private Section values() {
        List<Column> columns = List.of(
                new Column(wording.sentence("project or city"), Kind.TEXT),
                new Column(wording.sentence("judgements"), Kind.COUNT),
                new Column(wording.sentence("value"), Kind.TEXT));
        List<Row> rows = state.values().stream().map(this::value).toList();
        return new Section("values", wording.sentence("Values so far"), new Table("values", "", columns, rows));
    }

    private Row value(PanelValue value) {
        return new Row(
                text.fact(value.fact()),
                List.of(
                        new Cell.Text(text.named(value.subject())),
                        Cells.of(value.count(), wording),
                        new Cell.Text(
                                value.missing() > 0
                                        ? wording.sentence("unknown: %s more needed", value.missing())
                                        : text.value(value.fact(), value.value()))));
    }
}
