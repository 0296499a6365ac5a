package dev.winnow.report.text;

import dev.winnow.analysis.overview.Advice;
import dev.winnow.analysis.overview.Grouping;
import dev.winnow.analysis.overview.Overview;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Bars;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes a screening on one screen: what to pursue, what is open and what to leave, with verdict, base case and score,
 * and the questions to ask first. What does not fit is counted; no sentence is cut.
 */
public final class ScreenOverview {

    private static final int RANK = 3;
    private static final int VERDICT = 9;
    private static final int RANGE = 7;
    private static final String INDENT = "     ";

    /** How many cities are listed with every sort of candidates; of more, the best and a count are. */
    private static final int MOST_IN_FULL = 3;

    /** Of how many cities the best are listed. */
    private static final int MOST_BRIEFLY = 8;

    /** How many lines fit a screen. */
    private static final int LINES = 40;

    /** The most open candidates that are listed, of all cities together; each city lists at least one. */
    private static final int MOST_OPEN = 8;

    private static final int MOST_LEFT = 3;
    private static final int MOST_PURSUED = 12;

    /** The most questions that are written out, of all cities together; each city has at least one. */
    private static final int MOST_QUESTIONS = 4;

    /** The most candidates that are named in a sentence. */
    private static final int MOST_NAMES = 8;

    private final ScreeningSession session;
    private final FirstQuestions first;
    private final Screening screening;
    private final Overview overview;
    private final Grouping grouping;
    private final Colours colours;
    private final Wording wording;
    private final OverviewWords words;
    private final Function<Assessment, String> sure;
    /** How many candidates each list may have, of all cities together; 0 to leave out reasons and robustness too. */
    private final int rows;
    /** The numbers that candidates are called by where ranks do not count them in one list. */
    private final IdentityHashMap<Assessment, Integer> numbers = new IdentityHashMap<>();

    private final Page page;
    private final boolean assumes;
    private final boolean dated;
    private final int cells;
    private final int name;
    /** Whether it was said how far a ranking depends on the weights. */
    private boolean sureShown;

    private ScreenOverview(
            ScreeningResult result,
            FirstQuestions first,
            Overview overview,
            Grouping grouping,
            Colours colours,
            Wording wording,
            int width,
            Function<Assessment, String> sure,
            int rows) {
        this.rows = rows;
        this.session = result.session();
        this.first = first;
        this.screening = result.asked();
        this.overview = overview;
        this.grouping = grouping;
        this.colours = colours;
        this.wording = wording;
        this.words = new OverviewWords(wording, result.asked().names());
        this.sure = sure;
        this.page = new Page(width);
        this.assumes = result.asked().assessments().stream().anyMatch(one -> one.base() != null);
        this.dated = Editions.days(result.asked()).size() > 1;
        this.cells = Bars.cells(width);
        int base = assumes ? VERDICT + 1 : 0;
        this.name = width - RANK - 2 - 2 - VERDICT - base - 1 - cells - 2 - 2 - RANGE;
    }

    /**
     * The whole text, each line ended: with as many candidates as a screen takes.
     *
     * @param width how many columns it may take, at least 60
     * @param sure describes the robustness of the ranking of an assessment; empty for nothing to say
     */
    public static String of(
            ScreeningResult result,
            Overview overview,
            Grouping grouping,
            Colours colours,
            Wording wording,
            int width,
            Function<Assessment, String> sure) {
        List<Assessment> undecided = overview.blocks().stream()
                .flatMap(block -> Stream.of(Advice.PURSUE, Advice.PURSUE_IF_ASSUMED, Advice.OPEN)
                        .flatMap(advice -> block.of(advice).stream()))
                .toList();
        FirstQuestions first = FirstQuestions.of(result.session().explanations(undecided));
        String text = "";
        for (int rows = MOST_OPEN; rows >= 0; rows--) {
            ScreenOverview writer =
                    new ScreenOverview(result, first, overview, grouping, colours, wording, width, sure, rows);
            writer.write();
            text = writer.page.toString();
            if (text.chars().filter(character -> character == '\n').count() <= LINES) {
                break;
            }
        }
        return text;
    }

    private void write() {
        Editions.head(screening, page, colours, wording);
        if (screening.assessments().isEmpty()) {
            page.line("");
            page.line(wording.sentence("Nothing to screen: there is no candidate, or no city."));
        } else {
            page.text(0, words.finding(overview));
        }
        boolean brief = overview.blocks().size() > MOST_IN_FULL;
        if (brief) {
            page.line("");
            heading(wording.sentence("The best of each city"));
            overview.blocks().stream().limit(MOST_BRIEFLY).forEach(this::briefly);
            int others = overview.blocks().size() - MOST_BRIEFLY;
            if (others > 0) {
                page.line("");
                page.text(0, wording.sentence("And %s more cities; `%s` lists them.", others, "--all"));
            }
        } else {
            overview.blocks().forEach(this::block);
        }
        folded();
        page.line("");
        if (!screening.assessments().isEmpty()) {
            page.text(
                    0,
                    wording.sentence(
                            "`%s` says why, `%s` writes out the questions.",
                            "winnow explain PROJECT CITY", "winnow ask"));
        }
        if (dated) {
            foot(wording.sentence("Each is ranked among those judged as of the same day."));
        }
        if (!sureShown) {
            foot(wording.sentence(Editions.WEIGHTS));
        }
        foot(Editions.digests(screening.pack(), screening.universe(), wording));
    }

    private void foot(String text) {
        Columns.wrap(text, page.width()).forEach(line -> page.line(colours.faint(line)));
    }

    /** How many of so many are listed of each of several cities. */
    private int share(int all) {
        return Math.max(1, all / Math.max(1, overview.blocks().size()));
    }

    private void block(Overview.Block block) {
        page.line("");
        if (grouping == Grouping.PROJECT) {
            Stream.concat(block.candidates().values().stream().flatMap(List::stream), block.unknown().stream())
                    .sorted(Screener.BEST_FIRST.thenComparing(Assessment::project))
                    .forEach(one -> numbers.put(one, numbers.size() + 1));
        }
        heading(
                grouping == Grouping.PROJECT
                        ? wording.sentence("Each project in its best city")
                        : words.shortly(block.first().cityName()));
        robustness(block.first());
        group(block, Advice.PURSUE, share(MOST_PURSUED));
        group(block, Advice.PURSUE_IF_ASSUMED, share(MOST_PURSUED));
        group(block, Advice.OPEN, share(Math.max(1, rows)));
        unknown(block);
        ask(block);
        group(block, Advice.LEAVE, share(Math.min(Math.max(1, rows), MOST_LEFT)));
    }

    /** How many candidates of a city there are of each sort, the best ones, and the question that the first hangs on. */
    private void briefly(Overview.Block block) {
        page.line("");
        page.text(
                0, wording.sentence("%s: %s.", words.shortly(block.first().cityName()), words.counted(List.of(block))));
        List<Assessment> best = Stream.of(Advice.PURSUE, Advice.PURSUE_IF_ASSUMED, Advice.OPEN)
                .map(block::of)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        best.stream()
                .limit(!best.isEmpty() && Advice.of(best.get(0)) == Advice.OPEN ? 1 : share(MOST_PURSUED))
                .forEach(this::row);
        best.stream().limit(1).forEach(one -> {
            Question question = first.of(one);
            if (question != null) {
                page.text(INDENT.length(), words.question(one, question, true));
            }
        });
    }

    private void heading(String heading) {
        String score = Bars.axis(wording.sentence("score"), cells);
        String now = Columns.left(assumes ? wording.sentence("now") : "", VERDICT);
        String base = assumes ? " " + Columns.left(wording.sentence("assumed"), VERDICT) : "";
        page.line(colours.strong(Columns.left(heading, RANK + 2 + name)) + "  "
                + colours.faint(now + base + "  " + score + "   " + Columns.right(wording.sentence("points"), RANGE)));
    }

    private void robustness(Assessment first) {
        if (grouping == Grouping.CITY && rows > 0 && !dated) {
            String robustness = sure.apply(first);
            if (!robustness.isEmpty()) {
                page.text(INDENT.length(), robustness);
                sureShown = true;
            }
        }
    }

    private void group(Overview.Block block, Advice advice, int most) {
        List<Assessment> all = block.of(advice);
        if (all.isEmpty()) {
            return;
        }
        page.line("  " + colours.faint(words.heading(advice)));
        all.stream().limit(most).forEach(one -> candidate(one, advice));
        if (all.size() > most) {
            page.text(INDENT.length(), more(all.subList(most, all.size())));
        }
    }

    /** Those that are not listed; of several cities, how many. */
    private String more(List<Assessment> others) {
        return overview.blocks().size() > 1
                ? wording.sentence("and %s more", others.size())
                : wording.sentence("and %s more: %s", others.size(), names(others));
    }

    private String names(List<Assessment> some) {
        return wording.list(
                some.stream().map(one -> words.shortly(one.projectName())).toList(), MOST_NAMES);
    }

    private String called(Assessment one) {
        String named = grouping == Grouping.PROJECT && overview.cities().size() > 1
                ? wording.sentence("%s, %s", words.shortly(one.projectName()), words.shortly(one.cityName()))
                : words.shortly(one.projectName());
        return dated ? wording.sentence("%s, as of %s", named, wording.day(one.asOf())) : named;
    }

    private void candidate(Assessment one, Advice advice) {
        row(one);
        if (rows == 0) {
            return;
        }
        if (advice == Advice.PURSUE) {
            page.text(
                    INDENT.length(),
                    VerdictLine.of(session.explain(one), wording).whole());
            if (one.district() != null) {
                page.text(INDENT.length(), wording.sentence("District: %s", words.shortly(one.district())));
            }
        } else if (advice == Advice.LEAVE || one.because() == VerdictReason.RED_FLAG) {
            Explanation explanation = session.explain(one);
            String reason = AssessmentSummary.reason(explanation);
            page.text(
                    INDENT.length(),
                    reason.isEmpty() ? VerdictLine.of(explanation, wording).whole() : reason);
        }
    }

    private int number(Assessment one) {
        return numbers.getOrDefault(one, one.rank());
    }

    private void row(Assessment one) {
        Verdict verdict = one.verdict();
        BaseCase base = one.base();
        String assumed = !assumes ? "" : " " + (base == null ? " ".repeat(VERDICT) : word(base.verdict()));
        List<String> called = Columns.wrap(
                (one.illustrative() && !screening.illustrative() ? wording.sentence("Invented. ") : "") + called(one),
                name);
        page.line(Columns.right(String.valueOf(number(one)), RANK)
                + "  "
                + colours.strong(Columns.left(called.get(0), name))
                + "  "
                + word(verdict)
                + assumed
                + " "
                + colours.paint(verdict, Bars.draw(one.score(), base == null ? null : base.score(), cells))
                + "  "
                + Columns.right(Numbers.range(one.score(), 0), RANGE));
        called.stream().skip(1).forEach(rest -> page.line(INDENT + colours.strong(rest)));
    }

    private String word(Verdict verdict) {
        return colours.paint(verdict, Columns.left(wording.say("verdict." + verdict), VERDICT));
    }

    private void unknown(Overview.Block block) {
        if (!block.unknown().isEmpty()) {
            String whom = overview.blocks().size() > 1
                    ? block.unknown().size() == 1
                            ? wording.sentence("1 other")
                            : wording.sentence("%s others", block.unknown().size())
                    : names(block.unknown());
            page.text(INDENT.length(), words.unknown(whom));
        }
    }

    private void ask(Overview.Block block) {
        List<OverviewWords.Asked> asked = words.asked(block, first);
        if (asked.isEmpty()) {
            return;
        }
        page.line("  " + colours.faint(wording.sentence("Ask first")));
        asked.stream()
                .limit(share(MOST_QUESTIONS))
                .forEach(one -> page.text(INDENT.length(), one.sentence() + forWhom(one.candidates())));
    }

    /** Whom a question is asked for: by rank where that is told in one list. */
    private String forWhom(List<Assessment> asking) {
        if (asking.size() == 1 || dated) {
            return wording.sentence(" For %s.", names(asking));
        }
        List<String> ranks = new ArrayList<>();
        for (int i = 0; i < asking.size(); i++) {
            int from = number(asking.get(i));
            int to = from;
            while (i + 1 < asking.size() && number(asking.get(i + 1)) == to + 1) {
                to++;
                i++;
            }
            ranks.add(from == to ? String.valueOf(from) : from + "–" + to);
        }
        return wording.sentence(" For %s.", wording.list(ranks));
    }

    private void folded() {
        String folded = words.folded(overview);
        if (!folded.isEmpty()) {
            page.line("");
            page.text(0, folded + wording.sentence(" `%s` lists them.", "--all"));
        }
    }
}
