package dev.winnow.report.internal.document;

import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart as data; a form that cannot draw it shows what its figure has instead. */
public sealed interface Chart {

    /**
     * A table whose cells are the warmer the more likely they are.
     *
     * @param label what it shows, for readers who do not see it
     * @param columns the headings of its columns
     * @param notes what is said below it
     */
    record HeatMap(String label, List<String> columns, List<HeatRow> rows, List<String> notes) implements Chart {

        public HeatMap {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /** A row of a heat map. */
    record HeatRow(String heading, List<HeatCell> cells) {

        public HeatRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell of a heat map.
     *
     * @param warmth in percent
     * @param framed whether it is the one that was chosen
     */
    record HeatCell(String text, long warmth, boolean framed) {}

    /**
     * The links of chains, and the state of each in cities.
     *
     * @param how what it shows
     * @param day the day of the states
     * @param links by chain and id
     * @param occupants for each link the ids of the assessed projects that occupy it
     * @param newcomers for each link the assessment of a hypothetical project that brings only this link; empty if not
     *     computed
     */
    record Chains(
            String how,
            String day,
            List<Named> chains,
            List<Link> links,
            List<CityLinks> cities,
            List<List<String>> occupants,
            List<Newcomer> newcomers)
            implements Chart {

        public Chains {
            chains = List.copyOf(chains);
            links = List.copyOf(links);
            cities = List.copyOf(cities);
            occupants = List.copyOf(occupants);
            newcomers = List.copyOf(newcomers);
        }
    }

    /** A thing by its id and what it is called. */
    record Named(String id, String name) {}

    /**
     * A link of a chain.
     *
     * @param upstream its suppliers, by their places in the list of links
     */
    record Link(String id, String name, String chain, String stage, List<Integer> upstream) {}

    /**
     * The links in a city.
     *
     * @param states of each link, a name of the contract, or {@code BROUGHT} of one that the city lacks and a project
     *     brings
     * @param holders who holds each link
     * @param arriving the projects that arrive at each link; null if that is not shown
     */
    record CityLinks(
            String id,
            String name,
            List<String> states,
            List<List<String>> holders,
            @Nullable List<List<String>> arriving) {}

    /** The assessment of a hypothetical project, by names of the contract. */
    record Newcomer(String verdict, String because, ScoreInterval score, List<String> chainActions) {}

    /**
     * How often things are the case.
     *
     * @param headings of what it is about, of the shares, and of what a share makes of it
     */
    record Shares(List<String> headings, List<Share> shares) implements Chart {

        public Shares {
            headings = List.copyOf(headings);
            shares = List.copyOf(shares);
        }
    }

    /** A share in percent, and what it makes of something. */
    record Share(String name, long percent, String words) {}

    /**
     * What is reached by what is spent.
     *
     * @param label what it shows, for readers who do not see it
     * @param axis what its height counts
     * @param points by what is spent
     * @param chosen the place of the one that is set apart; below 0 if none is
     * @param ticks what is written below the curve, the first the distance of all
     * @param chosenWords what stands beside the one that is set apart
     * @param other a point beside the curve; null if there is none
     * @param otherWords what stands beside it
     */
    record Curve(
            String label,
            String axis,
            List<Point> points,
            int chosen,
            List<Tick> ticks,
            String chosenWords,
            @Nullable Point other,
            String otherWords)
            implements Chart {

        public Curve {
            points = List.copyOf(points);
            ticks = List.copyOf(ticks);
        }
    }

    /** A point of a curve, and whether it is proven to be the highest. */
    record Point(BigDecimal spent, BigDecimal reached, boolean proven) {}

    /** A label below a curve. */
    record Tick(BigDecimal at, String words) {}
}
