package dev.winnow.cli.command;

import dev.winnow.analysis.internal.portfolio.Nameable;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names that a plan may use. */
final class PlanNames {

    private PlanNames() {}

    static Nameable of(Universe universe, Facts facts, Set<String> cities) {
        Set<String> districts = new TreeSet<>();
        Set<String> funds = new TreeSet<>();
        for (String city : cities) {
            for (Object row : facts.rows(city)) {
                if (row instanceof District district && district.name() != null) {
                    districts.add(district.name());
                } else if (row instanceof Fund fund && fund.id() != null) {
                    funds.add(fund.id());
                }
            }
        }
        Set<String> projectNames = new TreeSet<>(universe.projectIds());
        universe.projects().forEach(one -> projectNames.add(one.name()));
        Set<String> cityNames = new TreeSet<>(universe.cityIds());
        facts.cities().forEach(one -> cityNames.add(one.name()));
        Set<String> tracks = facts.projects().stream()
                .map(one -> one.track())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        tracks.addAll(universe.called("tracks").keySet());
        return new Nameable(
                universe::findProject, universe::findCity, projectNames, cityNames, districts, funds, tracks);
    }
}
