package dev.winnow.report.text;

import dev.winnow.analysis.chains.ChainMap;
import dev.winnow.analysis.chains.LinkState;
import dev.winnow.analysis.chains.LinkState.Status;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Because;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Bars;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a chain map as text for a terminal. */
public final class GapsText {

    private static final int LINK = 26;
    private static final int STATUS = 9;
    private static final int SINCE = 12;
    private static final int ID = 22;
    private static final int ACTIONS = 18;
    private static final int CELLS = 7;

    /** How many questions are told. */
    private static final int FEW = 6;

    private static final int CANDIDATE = 47;
    private static final int RANGE = 6;
    private static final String INDENT = "     ";

    /** The width beyond which lines get no wider. */
    public static final int MOST = 120;

    private final ChainMap map;
    private final Colours colours;
    private final Wording wording;
    private final Names names;
    private final GapWords words;
    private final Page page;

    /** What columns of text lose on a narrow page. */
    private final int less;

    private GapsText(ChainMap map, Colours colours, Wording wording, Names names, int width) {
        this.page = new Page(width);
        this.less = Math.max(0, Columns.PAGE - width) / 2;
        this.map = map;
        this.colours = colours;
        this.wording = wording;
        this.names = names;
        this.words = new GapWords(wording);
    }

    /**
     * The whole text, each line ended.
     *
     * @param width how many columns it may take, at least 60
     */
    public static String of(ChainMap map, Colours colours, Wording wording, Names names, int width) {
        GapsText text = new GapsText(map, colours, wording, names, width);
        text.head();
        map.chains().forEach(text::chain);
        text.newcomers();
        text.demands();
        text.funds();
        text.questions();
        text.foot();
        return text.page.toString();
    }

    private void head() {
        String title = wording.sentence(
                "winnow: the chains of %s, as of %s; universe %s, pack %s",
                city(), wording.day(map.asOf()), Editions.named(map.universe()), Editions.named(map.pack()));
        Columns.wrap(title, page.width()).forEach(line -> page.line(colours.strong(line)));
        if (map.illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        }
    }

    private void chain(IndustrialChain chain) {
        List<LinkState> links = map.links().stream()
                .filter(one -> one.link().chain().equals(chain.id()))
                .toList();
        page.line("");
        page.text(0, wording.sentence("%s: %s", words.called(chain.name()), words.tally(links)));
        for (LinkState one : links) {
            page.hanging(
                    "  " + Columns.left(Columns.name(words.called(one.link().name()), LINK - less), LINK - less) + "  "
                            + painted(one.status(), Columns.left(words.status(one.status()), STATUS))
                            + Columns.left(
                                    one.since() == null ? "" : one.since().toString(), SINCE),
                    holders(one));
        }
    }

    private String painted(Status status, String text) {
        return switch (status) {
            case HELD -> colours.good(text);
            case THIN, UNKNOWN -> text;
            case MISSING -> colours.bad(text);
        };
    }

    private String holders(LinkState state) {
        if (!state.status().isHeld()) {
            return "";
        }
        return state.holders().isEmpty()
                ? wording.sentence("nobody is named")
                : wording.list(state.holders().stream().map(words::holder).toList());
    }

    private void newcomers() {
        page.section(colours.strong(Columns.left(
                        wording.sentence("What would close, extend or strengthen it"), 6 + ID + ACTIONS - 2 * less))
                + colours.faint(Columns.left(wording.sentence("city benefit"), CELLS + 2 + RANGE + 3)
                        + wording.sentence("score")));
        int place = 0;
        for (LinkState one : map.ranked()) {
            Explanation explained = one.newcomer();
            Assessment newcomer = explained.assessment();
            ScoreInterval city = ChainMap.city(newcomer);
            page.line(Columns.right(String.valueOf(++place), 3) + "  "
                    + colours.strong(Columns.left(link(one), ID - less)) + " "
                    + Columns.left(actions(newcomer), ACTIONS - less)
                    + Bars.draw(city, CELLS) + " "
                    + Columns.right(Numbers.range(city, 0), RANGE) + "   "
                    + Columns.left(Numbers.range(newcomer.score(), 0), 7) + " "
                    + colours.paint(newcomer.verdict(), verdict(newcomer)));
            page.text(
                    INDENT.length(),
                    (one.status().isHeld() ? wording.sentence("By a claim. ") : "")
                            + verdictLine(explained).whole());
            for (Explanation explainedCandidate : one.candidates()) {
                Assessment candidate = explainedCandidate.assessment();
                page.line(INDENT
                        + Columns.left(wording.sentence("candidate: %s", candidate.projectName()), CANDIDATE - 2 * less)
                        + colours.paint(
                                candidate.verdict(), Columns.left(wording.say("verdict." + candidate.verdict()), 11))
                        + Numbers.range(candidate.score(), 0));
            }
        }
    }

    /** What it does to the chain, unless that is what stops it. */
    private VerdictLine verdictLine(Explanation newcomer) {
        Assessment judged = newcomer.assessment();
        boolean stopped = judged.verdict() == Verdict.DECLINE || judged.because() == Because.RED_FLAG;
        return AssessmentSummary.strongest(newcomer)
                .filter(best -> !stopped)
                .map(best -> new VerdictLine(
                        best.reason(), wording.sentence(" (%s)", "+" + Numbers.near(best.contribution(), 1))))
                .orElseGet(() -> VerdictLine.of(newcomer, wording));
    }

    private String city() {
        return wording.language() == Language.EN ? map.cityName() : names.of("cities", map.city(), wording.language());
    }

    /** In English by its id, which is what it is asked for by. */
    private String link(LinkState one) {
        return wording.language() == Language.EN
                ? one.link().id()
                : words.called(one.link().name());
    }

    private String verdict(Assessment one) {
        String verdict = wording.say("verdict." + one.verdict());
        return wording.language() == Language.EN ? verdict.substring(0, 4) : verdict;
    }

    private String actions(Assessment one) {
        return one.chainActions().stream()
                .map(action -> wording.language() == Language.EN ? action.name() : wording.say("action." + action))
                .collect(Collectors.joining(" "));
    }

    private void demands() {
        page.section(colours.strong(wording.sentence("Local demand")));
        for (Demand demand : map.demands()) {
            String market = names.within("endMarkets", String.valueOf(demand.endMarket()), wording.language());
            page.text(2, wording.sentence("%s: %s", market, figure(demand.annualOutput(), "%s a year")));
        }
        more(map.demands().isEmpty(), map.allDemands());
    }

    private void funds() {
        page.section(colours.strong(wording.sentence("Open funds")));
        for (Fund fund : map.funds()) {
            String tracks = fund.tracks() == null
                    ? wording.sentence("tracks unknown")
                    : wording.sentence(
                            "for %s",
                            wording.list(fund.tracks().stream()
                                    .map(track -> names.within("tracks", track, wording.language()))
                                    .toList()));
            page.text(
                    2,
                    wording.sentence(
                            "%s: %s, %s",
                            words.called(String.valueOf(Objects.requireNonNullElse(fund.name(), fund.id()))),
                            figure(fund.available(), "%s left"),
                            tracks));
        }
        more(map.funds().isEmpty(), map.allFunds());
    }

    private void questions() {
        List<GapQuestions.Item> items = GapQuestions.of(map, wording, names).items();
        if (items.isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("To find out first")));
        int place = 0;
        for (GapQuestions.Item item : items.subList(0, Math.min(FEW, items.size()))) {
            page.hanging(Columns.right(String.valueOf(++place), 3) + "  ", item.sentence());
            page.hanging(INDENT, wording.sentence("%s; %s; for %s", item.effort(), item.stake(), item.links(wording)));
        }
        if (items.size() > FEW) {
            page.line(INDENT + wording.sentence("and %s more", items.size() - FEW));
        }
    }

    private String figure(@Nullable Figure figure, String template) {
        return figure == null
                ? wording.sentence("how much is unknown")
                : wording.sentence(template, figure.write(wording.language()));
    }

    private void more(boolean none, boolean all) {
        if (none || !all) {
            String text = all ? "none" : none ? "none known, there may be some" : "there may be others";
            page.line("  " + wording.sentence(text));
        }
    }

    private void foot() {
        page.line("");
        page.text(
                0,
                wording.sentence("Thin: held by one known firm, or by firms not known to produce. Scores are those of a"
                        + " newcomer that occupies this link alone and of which nothing else is known; on a held"
                        + " link it makes every claim that a project can make. Known projects score"
                        + " differently."));
        page.line(colours.faint(Editions.digests(map.pack(), map.universe(), wording)));
    }
}
