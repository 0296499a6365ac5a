package dev.winnow.cli;

import dev.winnow.analysis.ChainMap;
import dev.winnow.analysis.LinkState;
import dev.winnow.analysis.LinkState.Holder;
import dev.winnow.analysis.LinkState.Status;
import dev.winnow.model.Assessment;
import dev.winnow.model.Because;
import dev.winnow.model.ChainAction;
import dev.winnow.model.Demand;
import dev.winnow.model.Figure;
import dev.winnow.model.Fund;
import dev.winnow.model.IndustrialChain;
import dev.winnow.model.Span;
import dev.winnow.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chain map for people, on 80 columns. */
final class GapsText {

    private static final int LINK = 26;
    private static final int STATUS = 9;
    private static final int SINCE = 12;
    private static final int ID = 22;
    private static final int ACTIONS = 18;
    private static final int CELLS = 7;
    private static final int RANGE = 6;
    private static final String INDENT = "     ";
    private static final int WIDE = Columns.PAGE - INDENT.length();

    private final ChainMap map;
    private final Colours colours;
    private final Page page = new Page();

    private GapsText(ChainMap map, Colours colours) {
        this.map = map;
        this.colours = colours;
    }

    /** The whole text, each line ended. */
    static String of(ChainMap map, Colours colours) {
        GapsText text = new GapsText(map, colours);
        text.head();
        map.chains().forEach(text::chain);
        text.newcomers();
        text.demands();
        text.funds();
        text.foot();
        return text.page.toString();
    }

    private void head() {
        String title = "winnow: the chains of " + map.cityName() + ", as of " + map.asOf() + "; universe "
                + Editions.named(map.universe()) + ", pack " + Editions.named(map.pack());
        Columns.wrap(title, Columns.PAGE).forEach(line -> page.line(colours.strong(line)));
        if (map.illustrative()) {
            page.line(colours.strong(Editions.INVENTED));
        }
    }

    private void chain(IndustrialChain chain) {
        List<LinkState> links = map.links().stream()
                .filter(one -> one.link().chain().equals(chain.id()))
                .toList();
        page.line("");
        page.text(0, chain.name() + ": " + tally(links));
        for (LinkState one : links) {
            String name = one.link().name();
            page.line("  " + Columns.left(name, LINK) + "  "
                    + painted(one.status(), Columns.left(words(one.status()), STATUS))
                    + Columns.left(one.since() == null ? "" : one.since().toString(), SINCE)
                    + Columns.cut(holders(one), Columns.PAGE - LINK - STATUS - SINCE - 4));
        }
    }

    /** {@code 4 of 10 links held, 3 of them thin; 6 missing}. */
    static String tally(List<LinkState> links) {
        long held = links.stream().filter(one -> one.status().isHeld()).count();
        long thin = count(links, Status.THIN);
        return held + " of " + Numbers.count(links.size(), "link") + " held"
                + (thin == 0 ? "" : ", " + thin + " of them thin")
                + "; " + count(links, Status.MISSING) + " missing, " + count(links, Status.UNKNOWN) + " unknown";
    }

    private static long count(List<LinkState> links, Status status) {
        return links.stream().filter(one -> one.status() == status).count();
    }

    static String words(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private String painted(Status status, String text) {
        return switch (status) {
            case HELD -> colours.good(text);
            case THIN, UNKNOWN -> text;
            case MISSING -> colours.bad(text);
        };
    }

    private static String holders(LinkState state) {
        if (!state.status().isHeld()) {
            return "";
        }
        return state.holders().isEmpty()
                ? "nobody is named"
                : state.holders().stream().map(GapsText::holder).collect(Collectors.joining(", "));
    }

    static String holder(Holder holder) {
        return holder.name() + (holder.produces() ? "" : " (not known to produce)");
    }

    private void newcomers() {
        page.section(colours.strong(Columns.left("What would close, extend or strengthen it", 6 + ID + ACTIONS))
                + colours.faint(Columns.left("the city gains", CELLS + 2 + RANGE + 3) + "score"));
        int place = 0;
        for (LinkState one : map.ranked()) {
            Assessment newcomer = one.newcomer();
            Span city = ChainMap.city(newcomer);
            page.line(Columns.right(String.valueOf(++place), 3) + "  "
                    + colours.strong(Columns.left(one.link().id(), ID)) + " "
                    + Columns.left(actions(newcomer), ACTIONS)
                    + Bars.draw(city, CELLS) + " "
                    + Columns.right(Numbers.range(city, 0), RANGE) + "   "
                    + Columns.left(Numbers.range(newcomer.score(), 0), 7) + " "
                    + colours.paint(newcomer.verdict(), verdict(newcomer)));
            page.line(INDENT + why(newcomer).fit(one.status().isHeld() ? "By a claim. " : "", WIDE));
            for (Assessment candidate : one.candidates()) {
                page.line(INDENT
                        + Columns.left("candidate: " + candidate.projectName(), 47)
                        + colours.paint(
                                candidate.verdict(),
                                Columns.left(candidate.verdict().name(), 11))
                        + Numbers.range(candidate.score(), 0));
            }
        }
    }

    /** What it does to the chain, unless that is what stops it. */
    private static Why why(Assessment newcomer) {
        boolean stopped = newcomer.verdict() == Verdict.DECLINE || newcomer.because() == Because.RED_FLAG;
        return Why.strongest(newcomer)
                .filter(best -> !stopped)
                .map(best -> new Why(best.reason(), " (+" + Numbers.near(best.contribution(), 1) + ")"))
                .orElseGet(() -> Why.of(newcomer));
    }

    private static String verdict(Assessment one) {
        return one.verdict().name().substring(0, 4);
    }

    private static String actions(Assessment one) {
        return one.chainActions().stream().map(ChainAction::name).collect(Collectors.joining(" "));
    }

    private void demands() {
        page.section(colours.strong("Local demand"));
        for (Demand demand : map.demands()) {
            page.text(2, demand.endMarket() + ": " + figure(demand.annualOutput(), " a year"));
        }
        more(map.demands().isEmpty(), map.allDemands());
    }

    private void funds() {
        page.section(colours.strong("Open funds"));
        for (Fund fund : map.funds()) {
            String tracks = fund.tracks() == null ? "tracks unknown" : "for " + String.join(", ", fund.tracks());
            page.text(
                    2,
                    Objects.requireNonNullElse(fund.name(), fund.id()) + ": " + figure(fund.available(), " left") + ", "
                            + tracks);
        }
        more(map.funds().isEmpty(), map.allFunds());
    }

    private static String figure(@Nullable Figure figure, String after) {
        return figure == null ? "how much is unknown" : figure + after;
    }

    private void more(boolean none, boolean all) {
        String known = none ? "none known" : "";
        if (none || !all) {
            page.line("  " + (all ? "none" : known.isEmpty() ? "there may be others" : known + ", there may be some"));
        }
    }

    private void foot() {
        page.line("");
        page.text(
                0,
                "Thin: by one known holder, or by holders not known to produce. A newcomer occupies that link alone,"
                        + " and nothing else is known of it; on a held link it claims scale and scarcity. Projects that are"
                        + " known score otherwise.");
        page.line(colours.faint(Editions.digests(map.pack(), map.universe())));
    }
}
