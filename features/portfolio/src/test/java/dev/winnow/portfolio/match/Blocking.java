package dev.winnow.portfolio.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pair that blocks a matching: the project prefers the city to its own, and the city has room or prefers the project
 * to one of its own. A matching without such pairs is stable.
 *
 * @param project the project
 * @param city the city
 */
public record Blocking(int project, int city) {

    /**
     * {@return the pairs that block a matching, by project and city}
     *
     * @throws IllegalArgumentException if the matching has a pair that is not acceptable, or too many projects in a
     *     city
     */
    public static List<Blocking> of(TwoSidedMarket market, Matching matching) {
        int[] holds = new int[market.cities()];
        int[] worst = worst(market, matching, holds);
        List<Blocking> blocking = new ArrayList<>();
        for (int project = 0; project < market.projects(); project++) {
            int own = matching.city(project);
            for (int city = 0; city < market.cities(); city++) {
                if (city != own
                        && market.accepts(project, city)
                        && (own == Matching.NOWHERE || market.byProject(project, city, own) < 0)
                        && takes(market, city, project, holds[city], worst[city])) {
                    blocking.add(new Blocking(project, city));
                }
            }
        }
        return blocking;
    }

    private static boolean takes(TwoSidedMarket market, int city, int project, int holds, int worst) {
        return holds < market.room(city) || (holds > 0 && market.byCity(city, project, worst) < 0);
    }

    /** The least preferred project in each city. */
    private static int[] worst(TwoSidedMarket market, Matching matching, int[] holds) {
        int[] worst = new int[market.cities()];
        Arrays.fill(worst, -1);
        for (int project = 0; project < market.projects(); project++) {
            int city = matching.city(project);
            if (city != Matching.NOWHERE) {
                if (!market.accepts(project, city) || ++holds[city] > market.room(city)) {
                    throw new IllegalArgumentException("project " + project + " cannot be in city " + city);
                }
                if (worst[city] < 0 || market.byCity(city, project, worst[city]) > 0) {
                    worst[city] = project;
                }
            }
        }
        return worst;
    }
}
