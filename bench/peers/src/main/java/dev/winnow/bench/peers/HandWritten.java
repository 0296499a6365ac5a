package dev.winnow.bench.peers;

import dev.winnow.bench.peers.Rows.Held;
import dev.winnow.bench.peers.Rows.Market;
import dev.winnow.bench.peers.Rows.Purse;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules in hand-written Java: plain loops over a project's lists and indexes of a city's rows, certain and possible
 * in one pass.
 */
final class HandWritten implements Peer<Candidate, Rows> {

    @Override
    public Candidate project(Candidate candidate) {
        return candidate;
    }

    @Override
    public Rows city(Town town) {
        return new Rows(town);
    }

    @Override
    public Findings findings(Candidate candidate, Rows city) {
        Project project = candidate.project();
        Findings findings = new Findings();
        findings.add(endMarketAtScale(project, city));
        findings.add(partsAtScale(project, city));
        findings.add(localLeadUsers(project, city));
        findings.add(severalEndMarkets(project));
        findings.add(localUserCoInvests(project, city));
        findings.add(stagesCovered(project, city));
        findings.add(clusterInDistrict(project, city));
        findings.add(fundsCoverNeed(project, city));
        findings.add(mandateCoversTrack(project, city));
        findings.add(noMoneyInSight(candidate, city));
        findings.add(buildsChain(project, city));
        findings.add(fillsGap(project, city));
        findings.add(extendsChain(project, city));
        findings.add(duplicates(project, city));
        findings.add(yieldReached(project));
        findings.add(generationsShipped(project));
        findings.add(cappedWithoutDemand(project, city));
        return findings;
    }

    private static @Nullable Finding possibly(boolean may, Rule rule) {
        return may ? rule.possible() : null;
    }

    static @Nullable Finding endMarketAtScale(Project project, Rows city) {
        List<String> endMarkets = project.endMarkets();
        if (endMarkets == null) {
            return possibly(city.mayHaveLargeMarket, Rule.END_MARKET_AT_SCALE);
        }
        boolean may = city.town.demandsOpen();
        for (String endMarket : endMarkets) {
            Market market = city.market(endMarket);
            if (market != null) {
                if (market.large) {
                    return Rule.END_MARKET_AT_SCALE.certain(market.demand);
                }
                may |= market.mayBeLarge;
            }
        }
        return possibly(may, Rule.END_MARKET_AT_SCALE);
    }

    static @Nullable Finding partsAtScale(Project project, Rows city) {
        List<String> endMarkets = project.endMarkets();
        if (endMarkets == null) {
            return possibly(city.mayFillLine, Rule.PARTS_AT_SCALE);
        }
        boolean may = city.town.demandsOpen();
        for (String endMarket : endMarkets) {
            Market market = city.market(endMarket);
            if (market != null) {
                if (market.fillsLine) {
                    return Rule.PARTS_AT_SCALE.certain(market.demand);
                }
                may |= market.mayFillLine;
            }
        }
        return possibly(may, Rule.PARTS_AT_SCALE);
    }

    static @Nullable Finding localLeadUsers(Project project, Rows city) {
        List<String> endMarkets = project.endMarkets();
        int users = 0;
        int more = endMarkets == null ? city.town.users().size() : city.usersOfAnyMarket;
        if (endMarkets != null) {
            for (String endMarket : endMarkets) {
                users += city.usersOfMarket(endMarket).size();
            }
        }
        double most = city.town.usersOpen() ? Double.POSITIVE_INFINITY : users + more;
        return most == 0
                ? null
                : Rule.LOCAL_LEAD_USERS.shared(
                        users > 0, part(users, Limits.LEAD_USERS_ENOUGH), part(most, Limits.LEAD_USERS_ENOUGH));
    }

    static @Nullable Finding severalEndMarkets(Project project) {
        List<String> endMarkets = project.endMarkets();
        if (endMarkets == null) {
            return Rule.SEVERAL_END_MARKETS.possible();
        }
        return endMarkets.size() >= Limits.SEVERAL_END_MARKETS ? Rule.SEVERAL_END_MARKETS.certain() : null;
    }

    static @Nullable Finding localUserCoInvests(Project project, Rows city) {
        List<String> partners = project.declared().texts("coInvestors");
        if (partners != null && partners.isEmpty()) {
            return null;
        }
        if (city.town.usersOpen() && partners == null) {
            return Rule.LOCAL_USER_CO_INVESTS.possible();
        }
        boolean may = city.town.usersOpen();
        if (partners == null) {
            for (LeadUser user : city.town.users()) {
                may |= mayBeUser(project, user);
            }
            return possibly(may, Rule.LOCAL_USER_CO_INVESTS);
        }
        for (String partner : partners) {
            for (LeadUser user : city.usersOfFirm(partner)) {
                if (isUser(project, user)) {
                    return Rule.LOCAL_USER_CO_INVESTS.certain(user);
                }
                may |= mayBeUser(project, user);
            }
        }
        return possibly(may, Rule.LOCAL_USER_CO_INVESTS);
    }

    /** Whether a firm that is not the owner certainly makes goods for the project's end markets. */
    private static boolean isUser(Project project, LeadUser user) {
        return project.owner() != null
                && !project.owner().equals(user.firm())
                && project.endMarkets() != null
                && user.endMarket() != null
                && project.endMarkets().contains(user.endMarket());
    }

    private static boolean mayBeUser(Project project, LeadUser user) {
        return (project.owner() == null || !project.owner().equals(user.firm()))
                && (project.endMarkets() == null
                        || user.endMarket() == null
                        || project.endMarkets().contains(user.endMarket()));
    }

    static @Nullable Finding stagesCovered(Project project, Rows city) {
        List<String> links = project.links();
        if (links == null) {
            return city.mostCovered > 0 ? Rule.STAGES_COVERED.shared(false, 0, city.mostCovered) : null;
        }
        ChainLink best = null;
        double low = 0;
        double high = 0;
        for (String id : links) {
            ChainLink link = city.link(id);
            if (link != null) {
                Held chain = city.chain(link.chain());
                if (chain.stages > 0 && (best == null || chain.coveredLow() > low)) {
                    best = link;
                    low = chain.coveredLow();
                }
                high = Math.max(high, chain.coveredHigh());
            }
        }
        if (best != null) {
            return Rule.STAGES_COVERED.shared(true, low, high, List.of(best));
        }
        return high > 0 ? Rule.STAGES_COVERED.shared(false, 0, high) : null;
    }

    static @Nullable Finding clusterInDistrict(Project project, Rows city) {
        List<String> links = project.links();
        if (links != null && links.isEmpty()) {
            return null;
        }
        double high = city.town.districtsOpen() ? 1 : 0;
        for (District district : links == null ? city.town.districts() : city.openDistricts) {
            if (district.specialisms() == null || !district.specialisms().isEmpty()) {
                high = Math.max(high, mass(district));
            }
        }
        ChainLink where = null;
        District best = null;
        double low = 0;
        if (links != null) {
            for (String link : links) {
                for (District district : city.districtsOf(link)) {
                    Figure firms = district.keyEnterprises();
                    double least = firms == null ? 0 : part(firms.low().toDouble(), Limits.CLUSTER_MASS);
                    if (least > low) {
                        where = city.link(link);
                        best = district;
                        low = least;
                    }
                    high = Math.max(high, mass(district));
                }
            }
        }
        if (best != null && where != null) {
            return Rule.CLUSTER_IN_DISTRICT.shared(true, low, high, List.of(where, best));
        }
        return high > 0 ? Rule.CLUSTER_IN_DISTRICT.shared(false, 0, high) : null;
    }

    /** Returns the upper bound of a district's share of a cluster. */
    private static double mass(District district) {
        Figure firms = district.keyEnterprises();
        return firms == null ? 1 : part(firms.high().toDouble(), Limits.CLUSTER_MASS);
    }

    static @Nullable Finding fundsCoverNeed(Project project, Rows city) {
        Purse purse = city.purse(project.track());
        if (purse.high == 0) {
            return null;
        }
        Figure need = project.fundingNeed();
        if (need == null) {
            return Rule.FUNDS_COVER_NEED.shared(purse.low > 0, 0, 1);
        }
        if (need.high().toDouble() == 0) {
            return Rule.FUNDS_COVER_NEED.shared(purse.low > 0, 0, 0);
        }
        return Rule.FUNDS_COVER_NEED.shared(
                purse.low > 0,
                part(purse.low, need.high().toDouble()),
                need.low().toDouble() == 0 ? 1 : part(purse.high, need.low().toDouble()));
    }

    static @Nullable Finding mandateCoversTrack(Project project, Rows city) {
        if (project.track() == null) {
            return possibly(city.town.fundsOpen() || !city.town.funds().isEmpty(), Rule.MANDATE_COVERS_TRACK);
        }
        Fund fund = city.purse(project.track()).fund;
        return fund != null
                ? Rule.MANDATE_COVERS_TRACK.certain(fund)
                : possibly(city.town.fundsOpen() || !city.openFunds.isEmpty(), Rule.MANDATE_COVERS_TRACK);
    }

    static @Nullable Finding noMoneyInSight(Candidate candidate, Rows city) {
        Project project = candidate.project();
        List<String> partners = project.declared().texts("coInvestors");
        Boolean backed = project.declared().flag("publicBacking");
        if (candidate.produces() || (partners != null && !partners.isEmpty()) || (backed != null && backed)) {
            return null;
        }
        Purse purse = city.purse(project.track());
        Figure need = project.fundingNeed();
        if (partners != null
                && backed != null
                && need != null
                && purse.high < need.low().toDouble()) {
            return Rule.NO_MONEY_IN_SIGHT.certain();
        }
        return possibly(need == null || purse.low < need.high().toDouble(), Rule.NO_MONEY_IN_SIGHT);
    }

    static @Nullable Finding buildsChain(Project project, Rows city) {
        if (project.links() == null) {
            return possibly(city.mayBuild, Rule.BUILDS_CHAIN);
        }
        boolean may = false;
        for (String link : project.links()) {
            Presence presence = city.presence(link);
            if (presence != null && (presence.held() == null || !presence.held())) {
                Held chain = city.chain(presence.chain());
                if (presence.held() != null && chain.links == 0 && chain.unknownLinks == 0) {
                    return Rule.BUILDS_CHAIN.certain(presence);
                }
                may |= chain.links == 0;
            }
        }
        return possibly(may, Rule.BUILDS_CHAIN);
    }

    static @Nullable Finding fillsGap(Project project, Rows city) {
        if (project.links() == null) {
            return possibly(city.mayFillGap, Rule.FILLS_GAP);
        }
        boolean may = false;
        for (String link : project.links()) {
            Presence presence = city.presence(link);
            if (presence != null && (presence.held() == null || !presence.held())) {
                Held chain = city.chain(presence.chain());
                if (presence.held() != null && chain.links > 0) {
                    return Rule.FILLS_GAP.certain(presence);
                }
                may |= chain.links + chain.unknownLinks > 0;
            }
        }
        return possibly(may, Rule.FILLS_GAP);
    }

    static @Nullable Finding extendsChain(Project project, Rows city) {
        List<String> links = project.links();
        if (links == null) {
            return possibly(city.mayExtend, Rule.EXTENDS_CHAIN);
        }
        boolean may = false;
        for (String id : links) {
            ChainLink link = city.link(id);
            for (String near : link == null ? List.<String>of() : link.neighbours()) {
                Presence presence = links.contains(near) ? null : city.presence(near);
                if (link != null && presence != null) {
                    if (presence.held() != null && presence.held()) {
                        return Rule.EXTENDS_CHAIN.certain(link, presence);
                    }
                    may |= presence.held() == null;
                }
            }
        }
        return possibly(may, Rule.EXTENDS_CHAIN);
    }

    static @Nullable Finding duplicates(Project project, Rows city) {
        if (Boolean.TRUE.equals(project.declared().flag("claimsScale"))
                || Boolean.TRUE.equals(project.declared().flag("claimsScarcity"))) {
            return null;
        }
        if (project.links() == null) {
            return possibly(city.mayHold, Rule.DUPLICATES_WHAT_IS_THERE);
        }
        Presence held = null;
        boolean unknown = false;
        for (String link : project.links()) {
            Presence presence = city.presence(link);
            if (presence != null) {
                if (presence.held() == null) {
                    unknown = true;
                } else if (!presence.held()) {
                    return null;
                } else if (held == null) {
                    held = presence;
                }
            }
        }
        return held != null && !unknown
                ? Rule.DUPLICATES_WHAT_IS_THERE.certain(held)
                : possibly(held != null || unknown, Rule.DUPLICATES_WHAT_IS_THERE);
    }

    static @Nullable Finding yieldReached(Project project) {
        Figure rate = project.declared().figure("yieldRate");
        return rate != null && rate.low().toDouble() >= Limits.YIELD_ASKED
                ? Rule.YIELD_REACHED.certain()
                : possibly(rate == null || rate.high().toDouble() >= Limits.YIELD_ASKED, Rule.YIELD_REACHED);
    }

    static @Nullable Finding generationsShipped(Project project) {
        Figure sold = project.declared().figure("generationsShipped");
        if (sold == null) {
            return Rule.GENERATIONS_SHIPPED.possible();
        }
        return sold.high().isZero()
                ? null
                : Rule.GENERATIONS_SHIPPED.shared(
                        !sold.low().isZero(),
                        part(sold.low().toDouble(), Limits.GENERATIONS_SHOWN),
                        part(sold.high().toDouble(), Limits.GENERATIONS_SHOWN));
    }

    static @Nullable Finding cappedWithoutDemand(Project project, Rows city) {
        if (project.endMarkets() != null) {
            for (String endMarket : project.endMarkets()) {
                if (city.market(endMarket) != null) {
                    return null;
                }
            }
        }
        boolean none = !city.town.demandsOpen()
                && (project.endMarkets() != null || city.town.demands().isEmpty());
        return none
                ? Rule.TECHNOLOGY_CAPPED_WITHOUT_DEMAND.certain()
                : Rule.TECHNOLOGY_CAPPED_WITHOUT_DEMAND.possible();
    }

    /** Returns a part as a share of a whole, at most 1. */
    private static double part(double part, double whole) {
        return Math.min(1, part / whole);
    }
}
