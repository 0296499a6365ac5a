package dev.winnow.report.internal.contents;

import dev.winnow.engine.RulePack;
import dev.winnow.language.LimitSummary;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The last sheets of every workbook: the limits of the pack, and the pack and universe behind the workbook. */
public final class AboutSheet {

    private record Line(String label, @Nullable Object value) {}

    private final Wording wording;
    private final Names names;
    private final List<Line> lines = new ArrayList<>();

    /** @param names the titles of pack and universe */
    public AboutSheet(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
    }

    /** Adds a line if the universe is fictitious. */
    public AboutSheet illustrative(boolean invented) {
        return invented ? line("illustrative", wording.say("sheet.about.invented")) : this;
    }

    /** Adds the title and digest of a {@code pack} or {@code universe}. */
    public AboutSheet edition(String kind, Edition edition) {
        line(
                kind,
                Editions.named(
                        kind.equals("pack")
                                ? Editions.pack(edition, names, wording)
                                : Editions.universe(edition, names, wording)));
        return line(kind + ".digest", edition.digest());
    }

    /** Adds the days of the assessments, each once, in order. */
    public AboutSheet days(Collection<LocalDate> days) {
        days.stream().distinct().sorted().forEach(day -> line("asOf", day));
        return this;
    }

    /** Adds the thresholds of the pack. */
    public AboutSheet thresholds(RulePack pack) {
        line("recommendFrom", pack.recommendFrom());
        return line("declineBelow", pack.declineBelow());
    }

    /** Adds a line labelled {@code sheet.about.LABEL}. */
    public AboutSheet line(String label, @Nullable Object value) {
        return labelled(wording.say("sheet.about." + label), value);
    }

    /** Adds a line with the given label. */
    public AboutSheet labelled(String label, @Nullable Object value) {
        lines.add(new Line(label, value));
        return this;
    }

    /** Returns the sheet, ending with the remark that the weights are the modeller's. */
    public TableBuilder<?> sheet() {
        return sheet("about");
    }

    /** Returns the sheet under another name, ending with the remark that the weights are the modeller's. */
    public TableBuilder<?> sheet(String name) {
        line("weights", wording.say("sheet.about.modeller"));
        return new TableBuilder<>(wording, name, lines)
                .text("label", 28, Line::label)
                .with("value", Kind.PROSE, 110, Line::value);
    }

    /** Adds the columns, for programs, of the pack and universe of a row. */
    public static <T> TableBuilder<T> editions(
            TableBuilder<T> sheet, String start, Function<T, Edition> pack, Function<T, Edition> universe) {
        return sheet.text(start + "pack.name", 16, row -> pack.apply(row).name())
                .text(start + "pack.version", 10, row -> pack.apply(row).version())
                .text(start + "pack.digest", 16, row -> pack.apply(row).digest())
                .text(start + "universe.name", 16, row -> universe.apply(row).name())
                .text(start + "universe.digest", 16, row -> universe.apply(row).digest());
    }

    /** Returns the sheet of a pack's limits, one row per value and start day. */
    public static TableBuilder<?> limits(RulePack pack, Wording wording) {
        List<DatedLimit> dated = pack.limits().stream()
                .flatMap(
                        limit -> limit.values().stream().map(value -> new DatedLimit(limit.id(), limit.title(), value)))
                .toList();
        return new TableBuilder<>(wording, "limits", dated)
                .text("limit", 30, DatedLimit::id)
                .prose("title", DatedLimit::title)
                .day("from", one -> one.value().from())
                .text("written", 18, one -> one.value().value())
                .number("low", Kind.AMOUNT, one -> Cells.low(one.value().value()))
                .number("high", Kind.AMOUNT, one -> Cells.high(one.value().value()))
                .text("unit", 12, one -> wording.unit(one.value().value().unit()))
                .prose("source", one -> one.value().source())
                .prose("assumed", one -> one.value().reason());
    }

    private record DatedLimit(String id, String title, LimitSummary.Dated value) {}
}
