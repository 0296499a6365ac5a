package dev.winnow.model.internal.history;

import dev.winnow.model.domain.City;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of all files about one city.
 *
 * @param rows the rows of all its lists, by type name, then key
 * @param complete the day from which a list is complete, by its name; {@link #TODAY} for a statement without a day
 * @param links the statements on whether it holds a link, by link
 * @param stages the statements on whether it covers a stage, by stage
 */
public record CityHistory(
        String id,
        String name,
        History<City> history,
        List<History<?>> rows,
        Map<String, LocalDate> complete,
        Map<String, List<Statement>> links,
        Map<Stage, List<Statement>> stages) {

    /** The day of the universe, whichever that is. */
    public static final LocalDate TODAY = LocalDate.MAX;

    public record Stage(String chain, String stage) {}

    /**
     * Returns the same city with the value that a panel gives a fact.
     *
     * @param judged the value; null if the panel leaves the fact unknown
     */
    public CityHistory judged(String property, LocalDate day, @Nullable Statement judged) {
        return new CityHistory(id, name, history.judged(property, day, judged), rows, complete, links, stages);
    }
}
