package dev.winnow.bench.peers;

import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Facts as maps and lists, for expression engines: a figure as its two ends, null for an unknown value, and one extra
 * row of nulls in an incomplete list.
 */
final class Sheet {

    private final DoubleFunction<Object> number;
    private final @Nullable Object unknown;

    /**
     * @param number converts numbers to the engine's form
     * @param unknown the value for an unknown; null unless the engine has its own null
     */
    Sheet(DoubleFunction<Object> number, @Nullable Object unknown) {
        this.number = number;
        this.unknown = unknown;
    }

    Map<String, @Nullable Object> project(Candidate candidate) {
        Project project = candidate.project();
        Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
        sheet.put("owner", orUnknown(project.owner()));
        sheet.put("markets", orUnknown(project.endMarkets()));
        sheet.put("partners", orUnknown(project.declared().texts("coInvestors")));
        sheet.put("links", orUnknown(project.links()));
        sheet.put("track", orUnknown(project.track()));
        sheet.put("need", figure(project.fundingNeed()));
        sheet.put("yield", figure(project.declared().figure("yieldRate")));
        sheet.put("generations", figure(project.declared().figure("generationsShipped")));
        sheet.put(
                "claims",
                Boolean.TRUE.equals(project.declared().flag("claimsScale"))
                        || Boolean.TRUE.equals(project.declared().flag("claimsScarcity")));
        sheet.put("backed", orUnknown(project.declared().flag("publicBacking")));
        sheet.put("produces", candidate.produces());
        return sheet;
    }

    Map<String, @Nullable Object> city(Town town) {
        Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
        List<Object> demands = new ArrayList<>();
        town.demands()
                .forEach(demand -> demands.add(demand(
                        demand.endMarket(), demand.annualOutput(), demand.annualUnits(), demand.partsPerUnit())));
        List<Object> users = new ArrayList<>();
        town.users().forEach(user -> users.add(row("firm", user.firm(), "market", user.endMarket())));
        List<Object> funds = new ArrayList<>();
        town.funds().forEach(fund -> funds.add(row("tracks", fund.tracks(), "available", figure(fund.available()))));
        List<Object> districts = new ArrayList<>();
        town.districts()
                .forEach(district -> districts.add(
                        row("specialisms", district.specialisms(), "firms", figure(district.keyEnterprises()))));
        if (town.demandsOpen()) {
            demands.add(demand(null, null, null, null));
        }
        if (town.usersOpen()) {
            users.add(row("firm", null, "market", null));
        }
        if (town.fundsOpen()) {
            funds.add(row("tracks", null, "available", figure(null)));
        }
        if (town.districtsOpen()) {
            districts.add(row("specialisms", null, "firms", figure(null)));
        }
        sheet.put("demands", demands);
        sheet.put("users", users);
        sheet.put("usersOpen", town.usersOpen());
        sheet.put("funds", funds);
        sheet.put("districts", districts);
        sheet.put("presences", town.presences().stream().map(this::presence).toList());
        sheet.put("coverages", town.coverages().stream().map(this::coverage).toList());
        sheet.put("links", town.links().stream().map(this::link).toList());
        return sheet;
    }

    Map<String, @Nullable Object> limits() {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("endMarketScale", number.apply(Limits.END_MARKET_SCALE));
        limits.put("partsScale", number.apply(Limits.PARTS_SCALE));
        limits.put("leadUsersEnough", number.apply(Limits.LEAD_USERS_ENOUGH));
        limits.put("severalEndMarkets", number.apply(Limits.SEVERAL_END_MARKETS));
        limits.put("clusterMass", number.apply(Limits.CLUSTER_MASS));
        limits.put("yieldAsked", number.apply(Limits.YIELD_ASKED));
        limits.put("generationsShown", number.apply(Limits.GENERATIONS_SHOWN));
        limits.put("unlimited", number.apply(Plain.UNLIMITED));
        return limits;
    }

    private @Nullable Object orUnknown(@Nullable Object value) {
        return value == null ? unknown : value;
    }

    private Map<String, @Nullable Object> figure(@Nullable Figure figure) {
        return row("low", number.apply(Plain.low(figure)), "high", number.apply(Plain.high(figure)));
    }

    private Map<String, @Nullable Object> demand(
            @Nullable String market, @Nullable Figure output, @Nullable Figure units, @Nullable Figure parts) {
        Map<String, @Nullable Object> row = row("market", market, "output", figure(output));
        row.put("units", figure(units));
        row.put("parts", figure(parts));
        return row;
    }

    private Map<String, @Nullable Object> presence(Presence presence) {
        Map<String, @Nullable Object> row = row("link", presence.link(), "chain", presence.chain());
        row.put("held", orUnknown(presence.held()));
        return row;
    }

    private Map<String, @Nullable Object> coverage(Coverage coverage) {
        return row("chain", coverage.chain(), "held", coverage.held());
    }

    private Map<String, @Nullable Object> link(dev.winnow.model.domain.ChainLink link) {
        Map<String, @Nullable Object> row = row("id", link.id(), "chain", link.chain());
        row.put("neighbours", link.neighbours());
        return row;
    }

    private Map<String, @Nullable Object> row(String key, @Nullable Object value, String other, @Nullable Object more) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(key, orUnknown(value));
        row.put(other, orUnknown(more));
        return row;
    }
}
