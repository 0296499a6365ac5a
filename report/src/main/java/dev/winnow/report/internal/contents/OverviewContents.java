package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.overview.Advice;
import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.FirstQuestions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.OverviewWords;
import dev.winnow.report.internal.sentences.VerdictLine;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The document of {@code screen}, sized to fit a terminal: candidates to pursue, open ones and those to leave, with
 * verdict, base case and score, and the questions to ask first. Candidates without room are counted; no sentence is
 * cut.
 */
public final class OverviewContents {

    /** Maximum number of cities listed in full; of more cities, only the best candidates and counts are shown. */
    private static final int MOST_IN_FULL = 3;

    /** Maximum number of cities whose best candidates are listed. */
    private static final int MOST_BRIEFLY = 8;

    /** Maximum number of open candidates listed, over all cities; at least one per city. */
    private static final int MOST_OPEN = 8;

    private static final int MOST_LEFT = 3;
    private static final int MOST_PURSUED = 12;

    /** Maximum number of questions, over all cities; at least one per city. */
    private static final int MOST_QUESTIONS = 4;

    /** Maximum number of candidates named in a sentence. */
    private static final int MOST_NAMES = 8;

    /** Minimum number of cities without known facts that are named in the shortest list. */
    private static final int LEAST_CITIES = 3;

    private static final List<Advice> UNDECIDED = List.of(Advice.PURSUE, Advice.PURSUE_IF_ASSUMED, Advice.OPEN);

    private final Explained explained;
    private final FirstQuestions first;
    private final Screening screening;
    private final Overview overview;
    private final Grouping grouping;
    private final Wording wording;
    private final OverviewWords words;
    private final Function<Assessment, String> sure;
    /** Maximum length of each list, over all cities; 0 leaves out reasons and robustness, too. */
    private final int most;
    /** Numbers that identify candidates where the list mixes several rankings. */
    private final IdentityHashMap<Assessment, Integer> numbers = new IdentityHashMap<>();

    private final boolean assumes;
    private final boolean dated;
    /** Whether a statement on the robustness of a ranking was added. */
    private boolean sureShown;

    /** Explanations of the listed candidates, cached because every length of the document lists the same ones. */
    private static final class Explained {

        private final ScreeningSession session;
        private final IdentityHashMap<Assessment, Explanation> explanations = new IdentityHashMap<>();
        /** Headings that name assumptions, whose search takes longest. */
        private final IdentityHashMap<Overview.Block, String> carried = new IdentityHashMap<>();

        Explained(ScreeningSession session) {
            this.session = session;
        }

        Explanation of(Assessment one) {
            return explanations.computeIfAbsent(one, session::explain);
        }

        Explanation withCritical(Assessment one) {
            return session.withCritical(of(one));
        }
    }

    private OverviewContents(
            ScreeningResult result,
            Explained explained,
            FirstQuestions first,
            Overview overview,
            Grouping grouping,
            Wording wording,
            Function<Assessment, String> sure,
            int most) {
        this.explained = explained;
        this.first = first;
        this.screening = result.asked();
        this.overview = overview;
        this.grouping = grouping;
        this.wording = wording;
        this.words = new OverviewWords(wording, result.asked().names());
        this.sure = sure;
        this.most = most;
        this.assumes = result.asked().assessments().stream().anyMatch(one -> one.base() != null);
        this.dated = Editions.days(result.asked()).size() > 1;
    }

    /**
     * Returns documents of decreasing length, each computed on demand.
     *
     * @param sure describes the robustness of the ranking of an assessment; empty if there is nothing to say
     */
    public static Stream<Document> longestFirst(
            ScreeningResult result,
            Overview overview,
            Grouping grouping,
            Wording wording,
            Function<Assessment, String> sure) {
        List<Assessment> undecided = overview.blocks().stream()
                .flatMap(block -> UNDECIDED.stream().flatMap(advice -> block.of(advice).stream()))
                .toList();
        FirstQuestions first = FirstQuestions.of(result.session(), undecided);
        Explained explained = new Explained(result.session());
        return IntStream.iterate(MOST_OPEN, most -> most >= 0, most -> most - 1)
                .mapToObj(
                        most -> new OverviewContents(result, explained, first, overview, grouping, wording, sure, most)
                                .document());
    }

    private Document document() {
        boolean empty = screening.assessments().isEmpty();
        boolean brief = overview.blocks().size() > MOST_IN_FULL;
        List<Section> sections = new ArrayList<>();
        if (brief) {
            sections.add(best());
        } else {
            overview.blocks().forEach(block -> sections.add(block(block)));
        }
        String folded = words.folded(overview, Math.max(LEAST_CITIES, most));
        sections.add(new Section(
                "folded",
                "",
                List.of(new Paragraph(
                        folded.isEmpty() ? "" : folded + wording.sentence(" `%s` lists them.", "--all")))));
        return new Document(
                wording.say(
                        "sheet.title.screening",
                        Editions.universe(screening, wording).name()),
                Editions.whole(screening, wording),
                List.of(new Paragraph(empty ? nothing(wording) : words.finding(overview))),
                sections,
                remarks(empty),
                Origins.of(
                        screening.pack(),
                        screening.universe(),
                        screening.names(),
                        null,
                        screening.illustrative(),
                        wording));
    }

    static String nothing(Wording wording) {
        return wording.sentence("Nothing to screen: there is no candidate, or no city.");
    }

    private List<String> remarks(boolean empty) {
        List<String> remarks = new ArrayList<>();
        if (!empty) {
            remarks.add(wording.sentence(
                    "`%s` says why, `%s` writes out the questions.", "winnow explain PROJECT CITY", "winnow ask"));
        }
        if (dated) {
            remarks.add(wording.sentence("Each is ranked among those judged as of the same day."));
        }
        if (!sureShown) {
            remarks.add(wording.say("sheet.about.modeller"));
        }
        return remarks;
    }

    /** Returns the number of entries per city for a total over all cities. */
    private int share(int all) {
        return Math.max(1, all / Math.max(1, overview.blocks().size()));
    }

    private Section block(Overview.Block block) {
        if (grouping == Grouping.PROJECT) {
            Stream.concat(block.candidates().values().stream().flatMap(List::stream), block.unknown().stream())
                    .sorted(Screener.BEST_FIRST.thenComparing(Assessment::project))
                    .forEach(one -> numbers.put(one, numbers.size() + 1));
        }
        List<Row> rows = new ArrayList<>();
        String robustness = robustness(block.first());
        if (!robustness.isEmpty()) {
            rows.add(new Row(new Cell.Text(robustness)));
        }
        rows.addAll(group(block, Advice.PURSUE, share(MOST_PURSUED)));
        rows.addAll(group(block, Advice.PURSUE_IF_ASSUMED, share(MOST_PURSUED)));
        rows.addAll(group(block, Advice.OPEN, share(Math.max(1, most))));
        if (!block.unknown().isEmpty()) {
            rows.add(remark(words.heading(Advice.OPEN), words.unknown(unknown(block.unknown()))));
        }
        words.asked(block, first).stream()
                .limit(share(MOST_QUESTIONS))
                .forEach(one -> rows.add(remark(wording.sentence("Ask first"), one.sentence() + forWhom(one))));
        rows.addAll(group(block, Advice.LEAVE, share(Math.min(Math.max(1, most), MOST_LEFT))));
        return new Section(
                block.first().city(),
                grouping == Grouping.PROJECT
                        ? wording.sentence("Each project in its best city")
                        : words.shortly(block.first().cityName()),
                List.of(table(rows)));
    }

    /** Returns per city the counts, the best candidates, and the question on which the first one depends. */
    private Section best() {
        List<Row> rows = new ArrayList<>();
        for (Overview.Block block : overview.blocks()
                .subList(0, Math.min(MOST_BRIEFLY, overview.blocks().size()))) {
            String group =
                    wording.sentence("%s: %s.", words.shortly(block.first().cityName()), words.counted(List.of(block)));
            rows.add(new Row(group, List.of()));
            List<Assessment> best = UNDECIDED.stream()
                    .map(block::of)
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            best.stream()
                    .limit(!best.isEmpty() && Advice.of(best.get(0)) == Advice.OPEN ? 1 : share(MOST_PURSUED))
                    .forEach(one -> rows.add(row(group, one)));
            Question question = best.isEmpty() ? null : first.of(best.get(0));
            if (question != null) {
                rows.add(remark(group, words.question(best.get(0), question, true)));
            }
        }
        int others = overview.blocks().size() - MOST_BRIEFLY;
        return new Section(
                "best",
                wording.sentence("The best of each city"),
                List.of(
                        table(rows),
                        new Paragraph(
                                others > 0
                                        ? wording.sentence("And %s more cities; `%s` lists them.", others, "--all")
                                        : "")));
    }

    private Table table(List<Row> rows) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("", Kind.PLACE),
                new Column("", Kind.TEXT),
                new Column(assumes ? wording.sentence("now") : "", Kind.TEXT)));
        if (assumes) {
            columns.add(new Column(wording.sentence("assumed"), Kind.TEXT));
        }
        columns.add(new Column(wording.sentence("score"), Kind.SCORE));
        columns.add(new Column(wording.sentence("points"), Kind.SCORE));
        return new Table("candidates", "", columns, rows);
    }

    private static Row remark(String group, String text) {
        return new Row(group, List.of(new Cell.Text(text)));
    }

    private String robustness(Assessment first) {
        String robustness = grouping == Grouping.CITY && most > 0 && !dated ? sure.apply(first) : "";
        sureShown |= !robustness.isEmpty();
        return robustness;
    }

    private List<Row> group(Overview.Block block, Advice advice, int limit) {
        List<Assessment> all = block.of(advice);
        String group = advice == Advice.PURSUE_IF_ASSUMED && !all.isEmpty()
                ? explained.carried.computeIfAbsent(
                        block,
                        any -> words.headingIfAssumed(all.subList(0, Math.min(limit, all.size())).stream()
                                .map(explained::withCritical)))
                : words.heading(advice);
        List<Row> rows = new ArrayList<>();
        for (Assessment one : all.subList(0, Math.min(limit, all.size()))) {
            rows.add(row(group, one));
            reasons(one, advice).forEach(reason -> rows.add(remark(group, reason)));
        }
        if (all.size() > limit) {
            List<Assessment> others = all.subList(limit, all.size());
            rows.add(remark(
                    group,
                    overview.blocks().size() > 1
                            ? wording.sentence("and %s more", others.size())
                            : wording.sentence("and %s more: %s", others.size(), names(others))));
        }
        return rows;
    }

    private String names(List<Assessment> some) {
        return wording.list(
                some.stream().map(one -> words.shortly(one.projectName())).toList(), MOST_NAMES);
    }

    /** Returns why a candidate is to be pursued or left, if there is room. */
    private List<String> reasons(Assessment one, Advice advice) {
        List<String> reasons = new ArrayList<>();
        if (most > 0 && advice == Advice.PURSUE) {
            reasons.add(VerdictLine.of(explained.of(one), wording).whole());
            if (one.district() != null) {
                reasons.add(wording.sentence("District: %s", words.shortly(one.district())));
            }
        } else if (most > 0 && (advice == Advice.LEAVE || one.because() == VerdictReason.RED_FLAG)) {
            Explanation explanation = explained.of(one);
            String reason = AssessmentSummary.reason(explanation);
            reasons.add(reason.isEmpty() ? VerdictLine.of(explanation, wording).whole() : reason);
        }
        return reasons;
    }

    private int number(Assessment one) {
        return numbers.getOrDefault(one, one.rank());
    }

    private Cell place(Assessment one) {
        Integer number = numbers.get(one);
        return number == null ? Cells.rank(one, wording) : Cells.of(number, wording);
    }

    private Row row(String group, Assessment one) {
        BaseCase base = one.base();
        List<Cell> cells =
                new ArrayList<>(List.of(place(one), new Cell.Text(called(one)), Cells.of(one.verdict(), wording)));
        if (assumes) {
            cells.add(Cells.of(base == null ? null : base.verdict(), wording));
        }
        cells.add(new Cell.Bar(one.score(), base == null ? null : base.score(), Cells.tone(one.verdict()), ""));
        cells.add(new Cell.Text(Numbers.range(one.score())));
        return new Row(group, cells);
    }

    private String called(Assessment one) {
        String project = words.shortly(one.projectName());
        String named = grouping == Grouping.PROJECT && overview.cities().size() > 1
                ? wording.sentence("%s, %s", project, words.shortly(one.cityName()))
                : project;
        return (one.illustrative() && !screening.illustrative() ? wording.sentence("Invented. ") : "")
                + (dated ? wording.sentence("%s, as of %s", named, wording.day(one.asOf())) : named);
    }

    private String unknown(List<Assessment> some) {
        return overview.blocks().size() == 1
                ? names(some)
                : some.size() == 1 ? wording.sentence("1 other") : wording.sentence("%s others", some.size());
    }

    /**
     * Returns the candidates that a question concerns: by rank if the list has only one ranking; empty for a single one
     * that the question names.
     */
    private String forWhom(OverviewWords.Asked question) {
        List<Assessment> asking = question.candidates();
        if (asking.size() == 1
                && question.sentence().contains(words.shortly(asking.get(0).projectName()))) {
            return "";
        }
        if (asking.size() == 1 || dated) {
            return wording.sentence(" For %s.", names(asking));
        }
        List<String> ranks = new ArrayList<>();
        for (int i = 0; i < asking.size(); i++) {
            int from = number(asking.get(i));
            int to = from;
            while (i + 1 < asking.size() && number(asking.get(i + 1)) <= to + 1) {
                to = number(asking.get(i + 1));
                i++;
            }
            ranks.add(from == to ? String.valueOf(from) : from + "–" + to);
        }
        return wording.sentence(" For %s.", wording.list(ranks));
    }
}
