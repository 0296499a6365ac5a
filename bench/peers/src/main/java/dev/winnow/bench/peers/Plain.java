package dev.winnow.bench.peers;

import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts for engines without intervals and unknown values: figures as their two ends, and an incomplete list with one
 * extra row of unknown values. An unknown figure has the lower end 0.
 */
public final class Plain {

    /** Upper end of an unknown figure: larger than any sum. */
    public static final double UNLIMITED = 1e18;

    private Plain() {}

    static double low(@Nullable Figure figure) {
        return figure == null ? 0 : figure.low().toDouble();
    }

    static double high(@Nullable Figure figure) {
        return figure == null ? UNLIMITED : Math.min(UNLIMITED, figure.high().toDouble());
    }

    /** A project. Unknown lists are null; methods with "may" then return true. */
    public record Applicant(
            @Nullable String owner,
            @Nullable List<String> markets,
            @Nullable List<String> partners,
            @Nullable List<String> links,
            @Nullable String track,
            double needLow,
            double needHigh,
            double yieldLow,
            double yieldHigh,
            double generationsLow,
            double generationsHigh,
            boolean claims,
            @Nullable Boolean backed,
            boolean produces) {

        /** Whether its product is used in a market. */
        public boolean serves(@Nullable String market) {
            return markets != null && market != null && markets.contains(market);
        }

        /** Whether its product may be used in a market. */
        public boolean mayServe(@Nullable String market) {
            return markets == null || market == null || markets.contains(market);
        }

        /** Whether it brings a link. */
        public boolean brings(String link) {
            return links != null && links.contains(link);
        }

        /** Whether it may bring a link. */
        public boolean mayBring(String link) {
            return links == null || links.contains(link);
        }

        /** Whether a firm other than its owner invests in it. */
        public boolean isBackedBy(@Nullable String firm) {
            return partners != null && firm != null && partners.contains(firm) && owner != null && !owner.equals(firm);
        }

        /** Whether a firm other than its owner may invest in it. */
        public boolean mayBeBackedBy(@Nullable String firm) {
            return (partners == null || (firm == null ? !partners.isEmpty() : partners.contains(firm)))
                    && (owner == null || !owner.equals(firm));
        }

        /** Whether it has no other investor, no public backing, and no running line. */
        public boolean isAlone() {
            return partners != null && partners.isEmpty() && backed != null && !backed && !produces;
        }

        /** Whether it may have no other investor, no public backing, and no running line. */
        public boolean mayBeAlone() {
            return (partners == null || partners.isEmpty()) && (backed == null || !backed) && !produces;
        }
    }

    /** The demand of a city in one end market. */
    public record Market(
            @Nullable String market, double outputLow, double outputHigh, double partsLow, double partsHigh) {}

    /** A lead user; the row for unlisted ones stands for any number of them, which is its weight. */
    public record User(@Nullable String firm, @Nullable String market, double weight) {}

    /** A fund. */
    public record Money(@Nullable List<String> tracks, double low, double high) {

        /** Whether it covers a track. */
        public boolean covers(@Nullable String track) {
            return tracks != null && track != null && tracks.contains(track);
        }

        /** Whether it may cover a track. */
        public boolean mayCover(@Nullable String track) {
            return tracks == null || track == null || tracks.contains(track);
        }
    }

    /** A district. */
    public record Quarter(@Nullable List<String> specialisms, double firmsLow, double firmsHigh) {

        /** Whether it specialises in a link. */
        public boolean gathers(String link) {
            return specialisms != null && specialisms.contains(link);
        }

        /** Whether it may specialise in a link. */
        public boolean mayGather(String link) {
            return specialisms == null || specialisms.contains(link);
        }
    }

    /** Whether a city has a link. */
    public record Holding(String link, String chain, boolean held, boolean mayBeHeld) {}

    /** Whether a city covers a stage. */
    public record Stage(String chain, boolean covered, boolean mayBeCovered) {}

    /** A link of a chain. */
    public record Link(String link, String chain, List<String> neighbours) {}

    /** The links and stages of a chain in a city, counted by the host. */
    public record Chain(String chain, int heldLow, int heldHigh, int stagesLow, int stagesHigh, int stages) {}

    static Applicant applicant(Candidate candidate) {
        var project = candidate.project();
        return new Applicant(
                project.owner(),
                project.endMarkets(),
                project.declared().texts("coInvestors"),
                project.links(),
                project.track(),
                low(project.fundingNeed()),
                high(project.fundingNeed()),
                low(project.declared().figure("yieldRate")),
                high(project.declared().figure("yieldRate")),
                low(project.declared().figure("generationsShipped")),
                high(project.declared().figure("generationsShipped")),
                Boolean.TRUE.equals(project.declared().flag("claimsScale"))
                        || Boolean.TRUE.equals(project.declared().flag("claimsScarcity")),
                project.declared().flag("publicBacking"),
                candidate.produces());
    }

    /** Returns all rows of a city except its stages. */
    static List<Object> rows(Town town) {
        List<Object> rows = new ArrayList<>();
        town.demands()
                .forEach(demand -> rows.add(new Market(
                        demand.endMarket(),
                        low(demand.annualOutput()),
                        high(demand.annualOutput()),
                        low(demand.annualUnits()) * low(demand.partsPerUnit()),
                        high(demand.annualUnits()) * high(demand.partsPerUnit()))));
        if (town.demandsOpen()) {
            rows.add(new Market(null, 0, UNLIMITED, 0, UNLIMITED));
        }
        town.users().forEach(user -> rows.add(new User(user.firm(), user.endMarket(), 1)));
        if (town.usersOpen()) {
            rows.add(new User(null, null, UNLIMITED));
        }
        town.funds().forEach(fund -> rows.add(new Money(fund.tracks(), low(fund.available()), high(fund.available()))));
        if (town.fundsOpen()) {
            rows.add(new Money(null, 0, UNLIMITED));
        }
        town.districts()
                .forEach(district -> rows.add(new Quarter(
                        district.specialisms(), low(district.keyEnterprises()), high(district.keyEnterprises()))));
        if (town.districtsOpen()) {
            rows.add(new Quarter(null, 0, UNLIMITED));
        }
        for (Presence presence : town.presences()) {
            rows.add(new Holding(presence.link(), presence.chain(), is(presence.held()), mayBe(presence.held())));
        }
        town.links().forEach(link -> rows.add(new Link(link.id(), link.chain(), link.neighbours())));
        return rows;
    }

    /** Returns its stages. */
    static List<Stage> stages(Town town) {
        List<Stage> stages = new ArrayList<>();
        for (Coverage coverage : town.coverages()) {
            stages.add(new Stage(coverage.chain(), is(coverage.held()), mayBe(coverage.held())));
        }
        return stages;
    }

    static boolean is(@Nullable Boolean known) {
        return known != null && known;
    }

    static boolean mayBe(@Nullable Boolean known) {
        return known == null || known;
    }

    /** Returns its chains with their counts. */
    static List<Chain> chains(Town town) {
        Map<String, int[]> counts = new HashMap<>();
        for (Presence presence : town.presences()) {
            int[] count = counts.computeIfAbsent(presence.chain(), chain -> new int[5]);
            count[0] += is(presence.held()) ? 1 : 0;
            count[1] += mayBe(presence.held()) ? 1 : 0;
        }
        for (Coverage coverage : town.coverages()) {
            int[] count = counts.computeIfAbsent(coverage.chain(), chain -> new int[5]);
            count[2] += is(coverage.held()) ? 1 : 0;
            count[3] += mayBe(coverage.held()) ? 1 : 0;
            count[4]++;
        }
        List<Chain> chains = new ArrayList<>();
        counts.forEach(
                (chain, count) -> chains.add(new Chain(chain, count[0], count[1], count[2], count[3], count[4])));
        return chains;
    }
}
