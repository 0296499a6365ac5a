package dev.winnow.bench.peers;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A city with the rows that the rules of the comparison read.
 *
 * @param id the city's id
 * @param demands its local demand
 * @param demandsOpen whether further demand may exist; likewise for the other lists
 * @param users its lead users
 * @param funds its funds
 * @param districts its districts
 * @param presences for every link, whether the city has it
 * @param coverages for every stage, whether the city covers it
 * @param links the links of all chains
 */
record Town(
        String id,
        List<Demand> demands,
        boolean demandsOpen,
        List<LeadUser> users,
        boolean usersOpen,
        List<Fund> funds,
        boolean fundsOpen,
        List<District> districts,
        boolean districtsOpen,
        List<Presence> presences,
        List<Coverage> coverages,
        List<ChainLink> links) {

    /** @param except a landed project whose presences do not count; null for none */
    static Town of(Facts facts, City city, @Nullable String except) {
        List<Demand> demands = new ArrayList<>();
        List<LeadUser> users = new ArrayList<>();
        List<Fund> funds = new ArrayList<>();
        List<District> districts = new ArrayList<>();
        for (Object row : facts.rows(city.id())) {
            if (row instanceof Demand demand) {
                demands.add(demand);
            } else if (row instanceof LeadUser user) {
                users.add(user);
            } else if (row instanceof Fund fund) {
                funds.add(fund);
            } else if (row instanceof District district) {
                districts.add(district);
            }
        }
        return new Town(
                city.id(),
                demands,
                !facts.complete(city.id(), "demands"),
                users,
                !facts.complete(city.id(), "leadUsers"),
                funds,
                !facts.complete(city.id(), "funds"),
                districts,
                !facts.complete(city.id(), "districts"),
                facts.presences(city.id(), except),
                facts.coverages(city.id(), except),
                facts.links());
    }
}
