package dev.winnow.bench.peers;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A city's rows, indexed for the hand-written rules, and values that do not depend on a project. */
final class Rows {

    /** A demand, and the degree to which it is large. */
    static final class Market {
        final Demand demand;
        final boolean large;
        final boolean mayBeLarge;
        final boolean fillsLine;
        final boolean mayFillLine;

        Market(Demand demand) {
            this.demand = demand;
            Figure output = demand.annualOutput();
            large = output != null && output.low().toDouble() >= Limits.END_MARKET_SCALE;
            mayBeLarge = output == null || output.high().toDouble() >= Limits.END_MARKET_SCALE;
            Figure units = demand.annualUnits();
            Figure each = demand.partsPerUnit();
            if (units == null || each == null) {
                fillsLine = false;
                mayFillLine = true;
            } else {
                fillsLine = units.low().toDouble() * each.low().toDouble() >= Limits.PARTS_SCALE;
                mayFillLine = units.high().toDouble() * each.high().toDouble() >= Limits.PARTS_SCALE;
            }
        }
    }

    /** The remaining money of the funds for a track. */
    static final class Purse {
        @Nullable
        Fund fund;

        double low;
        double high;

        void add(Fund more) {
            fund = fund == null ? more : fund;
            low += more.available() == null ? 0 : more.available().low().toDouble();
            addPossibly(more);
        }

        void addPossibly(Fund more) {
            high += more.available() == null
                    ? Double.POSITIVE_INFINITY
                    : more.available().high().toDouble();
        }
    }

    /** The links of a chain that a city has. */
    static final class Held {
        int links;
        int unknownLinks;
        int stages;
        int unknownStages;
        int allStages;

        double coveredLow() {
            return (double) stages / allStages;
        }

        double coveredHigh() {
            return (double) (stages + unknownStages) / allStages;
        }
    }

    private static final Purse EMPTY = new Purse();

    private final Map<String, Market> markets = new HashMap<>();
    private final Map<String, List<LeadUser>> usersByMarket = new HashMap<>();
    private final Map<String, List<LeadUser>> usersByFirm = new HashMap<>();
    private final Map<String, Purse> purses = new HashMap<>();
    private final Map<String, List<District>> districts = new HashMap<>();
    private final Map<String, Presence> presences = new HashMap<>();
    private final Map<String, Held> chains = new HashMap<>();
    private final Map<String, ChainLink> links = new HashMap<>();

    final Town town;
    /** Lead users without a known market. */
    int usersOfAnyMarket;
    /** Funds for all tracks, and funds whose tracks are unknown. */
    final Purse anyTrack = new Purse();

    final List<Fund> openFunds = new ArrayList<>();
    final List<District> openDistricts = new ArrayList<>();
    boolean mayHaveLargeMarket;
    boolean mayFillLine;
    boolean mayBuild;
    boolean mayFillGap;
    boolean mayExtend;
    boolean mayHold;
    double mostCovered;

    Rows(Town town) {
        this.town = town;
        mayHaveLargeMarket = town.demandsOpen();
        mayFillLine = town.demandsOpen();
        town.demands().forEach(this::add);
        town.users().forEach(this::add);
        addFunds();
        town.districts().forEach(this::add);
        town.links().forEach(link -> links.put(link.id(), link));
        town.presences().forEach(this::add);
        town.coverages().forEach(this::add);
        lookAhead();
    }

    private void add(Demand demand) {
        Market market = new Market(demand);
        if (demand.endMarket() != null) {
            markets.put(demand.endMarket(), market);
        }
        mayHaveLargeMarket |= market.mayBeLarge;
        mayFillLine |= market.mayFillLine;
    }

    private void add(LeadUser user) {
        if (user.endMarket() == null) {
            usersOfAnyMarket++;
        } else {
            usersByMarket
                    .computeIfAbsent(user.endMarket(), market -> new ArrayList<>())
                    .add(user);
        }
        if (user.firm() != null) {
            usersByFirm.computeIfAbsent(user.firm(), firm -> new ArrayList<>()).add(user);
        }
    }

    private void addFunds() {
        for (Fund fund : town.funds()) {
            anyTrack.addPossibly(fund);
            if (fund.tracks() == null) {
                openFunds.add(fund);
            } else {
                for (String track : fund.tracks()) {
                    purses.computeIfAbsent(track, name -> new Purse()).add(fund);
                }
            }
        }
        if (town.fundsOpen()) {
            anyTrack.high = Double.POSITIVE_INFINITY;
        }
        for (Purse purse : purses.values()) {
            openFunds.forEach(purse::addPossibly);
            if (town.fundsOpen()) {
                purse.high = Double.POSITIVE_INFINITY;
            }
        }
    }

    private void add(District district) {
        if (district.specialisms() == null) {
            openDistricts.add(district);
        } else {
            for (String link : district.specialisms()) {
                districts.computeIfAbsent(link, id -> new ArrayList<>()).add(district);
            }
        }
    }

    private void add(Presence presence) {
        presences.put(presence.link(), presence);
        Held chain = chains.computeIfAbsent(presence.chain(), id -> new Held());
        if (presence.held() == null) {
            chain.unknownLinks++;
        } else if (presence.held()) {
            chain.links++;
        }
    }

    private void add(Coverage coverage) {
        Held chain = chains.computeIfAbsent(coverage.chain(), id -> new Held());
        chain.allStages++;
        if (coverage.held() == null) {
            chain.unknownStages++;
        } else if (coverage.held()) {
            chain.stages++;
        }
    }

    /** Precomputes the possible outcomes for projects whose links are unknown. */
    private void lookAhead() {
        for (Presence presence : presences.values()) {
            Held chain = chain(presence.chain());
            boolean mayLack = presence.held() == null || !presence.held();
            mayBuild |= mayLack && chain.links == 0;
            mayFillGap |= mayLack && chain.links + chain.unknownLinks > 0;
            mayHold |= presence.held() == null || presence.held();
        }
        for (ChainLink link : links.values()) {
            mostCovered = Math.max(mostCovered, chain(link.chain()).coveredHigh());
            for (String near : link.neighbours()) {
                Presence presence = presence(near);
                mayExtend |= presence != null && (presence.held() == null || presence.held());
            }
        }
    }

    @Nullable
    Market market(String endMarket) {
        return markets.get(endMarket);
    }

    List<LeadUser> usersOfMarket(String endMarket) {
        return usersByMarket.getOrDefault(endMarket, List.of());
    }

    List<LeadUser> usersOfFirm(String firm) {
        return usersByFirm.getOrDefault(firm, List.of());
    }

    /** Returns the remaining money of funds for a track; for an unknown track, any fund may cover it. */
    Purse purse(@Nullable String track) {
        if (track == null) {
            return anyTrack;
        }
        Purse purse = purses.get(track);
        return purse == null ? openFunds.isEmpty() && !town.fundsOpen() ? EMPTY : openPurse() : purse;
    }

    private Purse openPurse() {
        Purse purse = new Purse();
        openFunds.forEach(purse::addPossibly);
        if (town.fundsOpen()) {
            purse.high = Double.POSITIVE_INFINITY;
        }
        return purse;
    }

    List<District> districtsOf(String link) {
        return districts.getOrDefault(link, List.of());
    }

    @Nullable
    Presence presence(String link) {
        return presences.get(link);
    }

    Held chain(String chain) {
        return chains.getOrDefault(chain, new Held());
    }

    @Nullable
    ChainLink link(String id) {
        return links.get(id);
    }
}
