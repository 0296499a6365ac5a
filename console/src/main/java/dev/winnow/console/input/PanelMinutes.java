package dev.winnow.console.input;

import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.result.Names;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MinutesAdditions;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The assessors, recusals and rounds of a panel in the minutes of a meeting. */
public final class PanelMinutes {

    private final Panel panel;
    private final Names names;
    private final Wording wording;

    private PanelMinutes(Panel panel, Names names, Wording wording) {
        this.panel = panel;
        this.names = names;
        this.wording = wording;
    }

    /** Returns the additions of a panel. */
    public static MinutesAdditions of(PanelUniverse given, Wording wording) {
        return new PanelMinutes(given.panel(), given.stated().names(), wording).additions();
    }

    private MinutesAdditions additions() {
        return new MinutesAdditions(
                List.of(new KeyFact(wording.sentence("Assessors"), assessors())),
                recusals(),
                List.of(new Section("rounds", wording.sentence("Rounds of the panel"), rounds())));
    }

    private String assessors() {
        return wording.list(panel.assessors().stream()
                .map(one -> one.organisation() == null
                        ? wording.name(one.name())
                        : wording.sentence("%s (%s)", wording.name(one.name()), wording.name(one.organisation())))
                .toList());
    }

    private List<String> recusals() {
        return panel.recusals().stream()
                .map(one -> wording.sentence(
                        "%s did not judge %s: %s",
                        name(one.assessor()),
                        names.of(
                                panel.cities().contains(one.subject()) ? "cities" : "projects",
                                one.subject(),
                                wording.language()),
                        one.reason()))
                .toList();
    }

    private String name(String assessor) {
        Assessor one = panel.assessor(assessor);
        return one == null ? assessor : wording.name(one.name());
    }

    /** Returns the days of each round, and the numbers of judgements and of assessors who gave them. */
    private Table rounds() {
        List<Row> rows = new ArrayList<>();
        for (Round round : panel.rounds()) {
            long judges = round.judgements().stream()
                    .map(Judgement::assessor)
                    .distinct()
                    .count();
            long late = round.judgements().stream().filter(round::isLate).count();
            rows.add(new Row(
                    new Cell.Text(String.valueOf(round.number())),
                    new Cell.Text(day(round.from())),
                    new Cell.Text(day(round.until())),
                    new Cell.Text(String.valueOf(round.judgements().size())),
                    new Cell.Text(String.valueOf(late)),
                    new Cell.Text(wording.sentence(
                            "%s of the %s", judges, panel.assessors().size()))));
        }
        return new Table(
                "panel-rounds",
                "",
                List.of(
                        new Column(wording.sentence("round"), Kind.COUNT),
                        new Column(wording.sentence("from"), Kind.DAY),
                        new Column(wording.sentence("last day"), Kind.DAY),
                        new Column(wording.sentence("judgements"), Kind.COUNT),
                        new Column(wording.sentence("given late"), Kind.COUNT),
                        new Column(wording.sentence("assessors"), Kind.TEXT)),
                rows);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
