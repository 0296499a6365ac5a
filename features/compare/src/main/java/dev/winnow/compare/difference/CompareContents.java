package dev.winnow.compare.difference;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Details;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.ComparisonWords;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.workbench.internal.compare.AssessmentChange;
import dev.winnow.workbench.internal.compare.Comparison;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of {@code compare}: the effects of edits of rules or facts. */
public final class CompareContents {

    /** The kind of difference of a candidate, and the list of the contract that contains it. */
    private enum Became {
        FLIP("flips"),
        BASE_FLIP("baseFlips"),
        MOVE("moves"),
        APPEARED("appeared"),
        VANISHED("vanished");

        private final String list;

        Became(String list) {
            this.list = list;
        }
    }

    private record ShiftRow(
            Became became,
            @Nullable Assessment before,
            @Nullable Assessment after,
            @Nullable AssessmentChange shift) {

        static ShiftRow of(AssessmentChange shift) {
            return new ShiftRow(shift.isFlip() ? Became.FLIP : Became.MOVE, shift.before(), shift.after(), shift);
        }

        Assessment one() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        /** Returns whether a condition holds of a flip; null if this is no flip. */
        @Nullable
        Boolean flip(Predicate<AssessmentChange> holds) {
            if (shift == null || !shift.isFlip()) {
                return null;
            }
            return holds.test(shift);
        }

        @Nullable
        Object was(Function<Assessment, @Nullable Object> of) {
            return before == null ? null : of.apply(before);
        }

        @Nullable
        Object is(Function<Assessment, @Nullable Object> of) {
            return after == null ? null : of.apply(after);
        }
    }

    /** A change and its edit; the edit is null for a changed assumption. */
    private record Changed(@Nullable UndoableEdit edit, Change change) {

        @Nullable
        Object edit(Function<UndoableEdit, Object> of) {
            return edit == null ? null : of.apply(edit);
        }

        ChoiceWord of() {
            return edit == null
                    ? new ChoiceWord("assumptions", "sheet.of.assumptions")
                    : edit.of() == UndoableEdit.Subject.PACK
                            ? new ChoiceWord("pack", "sheet.about.pack")
                            : new ChoiceWord("universe", "sheet.about.universe");
        }
    }

    /** Maximum number of rows in a table for readers. */
    private static final int MOST = 100;

    /** Maximum number of candidates listed that only one edition judges. */
    private static final int MOST_OTHERS = 10;

    /** Number of ineffective edits listed, unless all are requested. */
    private static final int FEW = 3;

    /** Maximum length, in characters, of an old and a new text shown side by side. */
    private static final int ONE_LINE = 70;

    private final ComparisonView compared;
    private final boolean all;
    private final Comparison comparison;
    private final Approvals approvals;
    private final Wording wording;
    private final FactWords facts;

    private CompareContents(ComparisonView compared, boolean all) {
        this.compared = compared;
        this.all = all;
        this.comparison = compared.comparison();
        this.approvals = compared.approvals();
        this.wording = compared.wording();
        this.facts = new FactWords(wording, compared.names());
    }

    /**
     * Returns the document of a comparison.
     *
     * @param all whether to list candidates whose verdict stays, too
     */
    public static Document of(ComparisonView compared, boolean all) {
        return new CompareContents(compared, all).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("matrix", "", List.of(matrix())));
        sections.add(editSection());
        sections.add(changes(
                "assumptions",
                wording.sentence("Assumptions that changed, for base cases alone"),
                comparison.assumptions()));
        sections.add(words());
        sections.add(flips());
        sections.add(moves());
        sections.add(baseFlips());
        sections.add(others(
                "appeared", wording.sentence("Judged by the new edition only"), comparison.appeared(), one -> true));
        sections.add(others("vanished", wording.sentence("No longer judged"), comparison.vanished(), one -> false));
        return new Document(
                wording.say("sheet.title.comparison"),
                wording.sentence("winnow: pack %s, universe %s", compared.packs(), compared.universes()),
                lead(),
                sections,
                List.of(),
                new Provenance(
                        Stream.concat(
                                        origins(wording.sentence("old: "), comparison.old()),
                                        origins(wording.sentence("new: "), comparison.recent()))
                                .toList(),
                        "",
                        Origins.fictitious(comparison.illustrative(), wording)),
                Stream.of(shifts(), edits(), about()).map(TableBuilder::build).toList(),
                table().build());
    }

    private Stream<Origin> origins(String label, Comparison.Editions editions) {
        Names names = compared.names();
        return Stream.of(
                Origins.origin(label + wording.sentence("pack"), Editions.pack(editions.pack(), names, wording)),
                Origins.origin(wording.sentence("universe"), Editions.universe(editions.universe(), names, wording)));
    }

    private List<Block> lead() {
        List<Block> lead = new ArrayList<>();
        String headline = compared.headline();
        lead.add(new Paragraph(
                wording.sentence("%s.", headline.substring(0, 1).toUpperCase(Locale.ROOT) + headline.substring(1))));
        if (!comparison.baseFlips().isEmpty()) {
            lead.add(new Paragraph(ComparisonWords.baseHeadline(
                    compared.comparison().baseFlips().size(), compared.wording())));
        }
        if (!comparison.flips().isEmpty() && compared.showsApprovals()) {
            int missing = compared.missing().size();
            lead.add(new Paragraph(wording.sentence(
                    "%s of %s flips approved, %s not.",
                    comparison.flips().size() - missing, comparison.flips().size(), missing)));
        }
        return lead;
    }

    private Table matrix() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(wording.sentence("from \\ to"), Kind.TEXT));
        List<Row> rows = new ArrayList<>();
        for (Verdict from : Verdict.values()) {
            columns.add(new Column(compared.verdict(from), Kind.COUNT));
            List<Cell> cells = new ArrayList<>();
            cells.add(Cells.of(from, wording));
            for (Verdict to : Verdict.values()) {
                cells.add(Cells.of(
                        comparison.matrix().getOrDefault(from, Map.of()).getOrDefault(to, 0), wording));
            }
            rows.add(new Row(null, cells));
        }
        return new Table("verdicts", "", columns, rows);
    }

    private Section editSection() {
        List<Item> items = new ArrayList<>();
        for (UndoableEdit edit : comparison.edits()) {
            String label = ComparisonWords.id(edit.number());
            List<Change> changes = edit.changes();
            for (int i = 0; i < changes.size(); i++) {
                List<String> below = sides(changes.get(i));
                if (i == changes.size() - 1) {
                    below.add(ComparisonWords.bearing(edit.flips(), edit.moves(), compared.wording()));
                }
                items.add(new Item(label, text(changes.get(i)), below));
                label = " ".repeat(label.length());
            }
        }
        if (items.isEmpty()) {
            items.add(new Item(wording.sentence("none that could affect a result")));
        }
        return new Section("edits", wording.sentence("Edits"), List.of(new Items(Mark.NONE, items, "")));
    }

    private Section changes(String id, String heading, List<Change> changes) {
        return new Section(
                id,
                heading,
                List.of(new Items(
                        Mark.NONE,
                        changes.stream()
                                .map(change -> new Item(text(change), sides(change)))
                                .toList(),
                        "")));
    }

    private String text(Change change) {
        return wording.sentence("%s, %s", wording.say(change.what()), compared.place(change.place()));
    }

    private List<String> sides(Change change) {
        String before = facts.stated(change).get(0);
        String after = facts.stated(change).get(1);
        List<String> sides = new ArrayList<>();
        if (before != null && after != null && before.length() + after.length() <= ONE_LINE) {
            sides.add(before + " → " + after);
            return sides;
        }
        if (before != null) {
            sides.add("- " + before);
        }
        if (after != null) {
            sides.add("+ " + after);
        }
        return sides;
    }

    private Section words() {
        List<Change> words = comparison.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Items.of(words.stream().limit(most(FEW)).map(this::text).toList()));
        blocks.addAll(more(words.size() - most(FEW)));
        return new Section("words", wording.sentence("Edits without effect on their own"), blocks);
    }

    private List<Block> more(int left) {
        return left > 0
                ? List.of(Items.of(List.of(wording.sentence("and %s more (--all lists them)", left))))
                : List.of();
    }

    private Section flips() {
        List<Row> rows = new ArrayList<>();
        compared.flipsByCause().forEach((causes, flips) -> {
            String cause = causes.isEmpty() ? wording.sentence("Flips") : wording.sentence("Flips by %s", causes);
            String unproven = flips.stream().allMatch(AssessmentChange::proven)
                    ? ""
                    : wording.sentence(" (%s)", wording.sentence("perhaps by fewer: not all sets were tried"));
            flips.forEach(flip -> rows.add(row(cause + unproven, flip)));
        });
        return shifted("flips", wording.sentence("Verdicts that flip"), rows);
    }

    private Section moves() {
        List<AssessmentChange> moves = comparison.moves();
        String heading = wording.sentence("Moved without a flip");
        List<Block> rows = new ArrayList<>(shifted(
                        "moves",
                        heading,
                        moves.stream()
                                .limit(most(MOST))
                                .map(move -> row(null, move))
                                .toList())
                .blocks());
        rows.addAll(more(moves.size() - most(MOST)));
        String counted = wording.say(Message.count(moves.size(), "no assessments", "1 assessment", "%s assessments"));
        List<Block> instead =
                all ? rows : List.of(Items.of(List.of(wording.sentence("%s (--all lists them)", counted))));
        return new Section(
                "moves", heading, moves.isEmpty() ? List.of() : List.of(new Details(counted, rows, instead)));
    }

    /** Returns the maximum number of rows of a list. */
    private int most(int few) {
        return all ? Integer.MAX_VALUE : few;
    }

    private Section shifted(String id, String heading, List<Row> rows) {
        List<Column> columns = List.of(
                new Column(wording.sentence("project"), Kind.TEXT),
                new Column(wording.sentence("city"), Kind.TEXT),
                new Column(wording.sentence("verdict"), Kind.TEXT),
                new Column(compared.showsApprovals() ? wording.sentence("approved") : "", Kind.TEXT),
                new Column(wording.sentence("changes"), Kind.PROSE));
        return new Section(
                id, heading, rows.isEmpty() ? List.of() : List.of(new Table(id + "-table", "", columns, rows)));
    }

    private Row row(@Nullable String group, AssessmentChange shift) {
        Assessment before = shift.before();
        Assessment after = shift.after();
        String verdict = shift.isFlip()
                ? compared.verdict(before.verdict()) + " → " + compared.verdict(after.verdict())
                : compared.verdict(after.verdict());
        List<String> differences = new ArrayList<>(compared.differences(before, after));
        if (group == null && !shift.causes().isEmpty()) {
            differences.add(wording.sentence("by %s", compared.causes(shift, wording.sentence(", "))));
        }
        return new Row(
                group,
                List.of(
                        new Cell.Link(after.projectName(), Origins.pair(after)),
                        new Cell.Text(after.cityName()),
                        new Cell.Text(verdict),
                        new Cell.Text(shift.isFlip() && approvals.cover(shift) ? wording.sentence("approved") : ""),
                        new Cell.Text(String.join(wording.sentence("; "), differences))));
    }

    private Section baseFlips() {
        List<Column> columns = List.of(
                new Column(wording.sentence("project"), Kind.TEXT),
                new Column(wording.sentence("city"), Kind.TEXT),
                new Column(wording.sentence("verdict"), Kind.TEXT),
                new Column(wording.sentence("changes"), Kind.PROSE));
        List<Row> rows = comparison.baseFlips().stream()
                .limit(most(MOST))
                .map(flip -> new Row(
                        new Cell.Link(flip.after().projectName(), Origins.pair(flip.after())),
                        new Cell.Text(flip.after().cityName()),
                        new Cell.Text(compared.verdict(
                                        ComparisonView.base(flip.before()).verdict())
                                + " → "
                                + compared.verdict(
                                        ComparisonView.base(flip.after()).verdict())),
                        new Cell.Text(compared.baseDifferences(flip))))
                .toList();
        return new Section(
                "base",
                wording.sentence("Base cases whose verdict flips"),
                rows.isEmpty() ? List.of() : List.of(new Table("base-flips", "", columns, rows)));
    }

    private Section others(String id, String heading, List<Assessment> assessments, Predicate<Assessment> linked) {
        List<Column> columns = List.of(
                new Column(wording.sentence("project"), Kind.TEXT),
                new Column(wording.sentence("city"), Kind.TEXT),
                new Column(wording.sentence("verdict"), Kind.TEXT));
        List<Row> rows = assessments.stream()
                .limit(most(MOST_OTHERS))
                .map(one -> new Row(
                        linked.test(one)
                                ? new Cell.Link(one.projectName(), Origins.pair(one))
                                : new Cell.Text(one.projectName()),
                        new Cell.Text(one.cityName()),
                        Cells.of(one.verdict(), wording)))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(new Table(id + "-table", "", columns, rows));
        }
        blocks.addAll(more(assessments.size() - most(MOST_OTHERS)));
        return new Section(id, heading, blocks);
    }

    /** Returns the explanations of the new assessments that differ; with critical assumptions if there are few. */
    public static List<Explanation> explained(Comparison comparison, ScreeningSession session) {
        List<Assessment> differ = Stream.concat(
                        comparison.shifted().stream().map(AssessmentChange::after), comparison.appeared().stream())
                .toList();
        return (differ.size() <= BaseCaseText.MOST_SEARCHED
                        ? session.explanationsWithCritical(differ)
                        : session.explanations(differ))
                .toList();
    }

    private TableBuilder<?> table() {
        Comparison.Editions old = comparison.old();
        Comparison.Editions recent = comparison.recent();
        TableBuilder<ShiftRow> sheet = AboutSheet.editions(shifts(), "old.", row -> old.pack(), row -> old.universe());
        return AboutSheet.editions(sheet, "new.", row -> recent.pack(), row -> recent.universe());
    }

    private TableBuilder<ShiftRow> shifts() {
        List<ShiftRow> rows = Stream.of(
                        comparison.flips().stream().map(ShiftRow::of),
                        comparison.baseFlips().stream()
                                .map(flip -> new ShiftRow(Became.BASE_FLIP, flip.before(), flip.after(), null)),
                        comparison.moves().stream().map(ShiftRow::of),
                        comparison.appeared().stream().map(one -> new ShiftRow(Became.APPEARED, null, one, null)),
                        comparison.vanished().stream().map(one -> new ShiftRow(Became.VANISHED, one, null, null)))
                .flatMap(all -> all)
                .toList();
        TableBuilder<ShiftRow> sheet = new TableBuilder<>(wording, "shifts", rows)
                .text("list", 14, row -> new ChoiceWord(row.became().list, "sheet.list." + row.became().list))
                .text("projectName", 28, row -> row.one().projectName())
                .frozen()
                .text("cityName", 16, row -> row.one().cityName())
                .text("before.verdict", 14, row -> row.was(Assessment::verdict))
                .text("after.verdict", 14, row -> row.is(Assessment::verdict))
                .text("before.because", 22, row -> row.was(Assessment::because))
                .text("after.because", 22, row -> row.is(Assessment::because))
                .text("before.base.verdict", 14, row -> row.was(CompareContents::baseVerdict))
                .text("after.base.verdict", 14, row -> row.is(CompareContents::baseVerdict));
        numbers(sheet, "before.", ShiftRow::was);
        numbers(sheet, "after.", ShiftRow::is);
        return sheet.text("causes", 20, row -> row.shift() == null ? null : causes(row.shift()))
                .text("proven", 10, row -> row.flip(AssessmentChange::proven))
                .text("approved", 10, row -> row.flip(approvals::cover))
                .printedSoFar()
                .text("project", 16, row -> row.one().project())
                .text("city", 14, row -> row.one().city());
    }

    private static @Nullable Object baseVerdict(Assessment one) {
        return one.base() == null ? null : one.base().verdict();
    }

    /** Selects the old or the new assessment of a row. */
    private interface End {
        @Nullable
        Object of(ShiftRow row, Function<Assessment, @Nullable Object> of);
    }

    private static void numbers(TableBuilder<ShiftRow> sheet, String end, End which) {
        sheet.with(end + "rank", Kind.TEXT, 8, row -> which.of(row, Assessment::rank))
                .with(
                        end + "score.low",
                        Kind.SCORE,
                        10,
                        row -> which.of(row, one -> one.score().low()))
                .with(
                        end + "score.high",
                        Kind.SCORE,
                        10,
                        row -> which.of(row, one -> one.score().high()))
                .with(end + "known", Kind.SHARE, 10, row -> which.of(row, Assessment::known))
                .with(end + "asOf", Kind.DAY, 12, row -> which.of(row, Assessment::asOf));
    }

    /** Returns {@code E1}, or {@code E1+E3} if both edits are needed. */
    private static List<String> causes(AssessmentChange shift) {
        return shift.causes().stream()
                .map(set -> set.stream().map(edit -> "E" + edit).collect(Collectors.joining("+")))
                .toList();
    }

    private TableBuilder<?> edits() {
        List<Changed> rows = Stream.concat(
                        comparison.edits().stream()
                                .flatMap(edit -> edit.changes().stream().map(change -> new Changed(edit, change))),
                        comparison.assumptions().stream().map(change -> new Changed(null, change)))
                .toList();
        return new TableBuilder<>(wording, "edits", rows)
                .text("id", 8, row -> row.edit(edit -> "E" + edit.number()))
                .text("of", 12, Changed::of)
                .with("flips", Kind.TEXT, 10, row -> row.edit(UndoableEdit::flips))
                .with("moves", Kind.TEXT, 10, row -> row.edit(UndoableEdit::moves))
                .prose("what", row -> row.change().what().toString())
                .prose("before", row -> facts.stated(row.change()).get(0))
                .prose("after", row -> facts.stated(row.change()).get(1))
                .text(
                        "file",
                        40,
                        row -> compared.shown().apply(row.change().place().file()))
                .count("line", row -> row.change().place().line());
    }

    private TableBuilder<?> about() {
        return new AboutSheet(wording, compared.names())
                .illustrative(comparison.illustrative())
                .edition("universe", comparison.old().universe())
                .edition("pack", comparison.old().pack())
                .line("then", "")
                .edition("universe", comparison.recent().universe())
                .edition("pack", comparison.recent().pack())
                .line("compared", comparison.compared())
                .sheet();
    }
}
