package dev.winnow.report.internal.document;

import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart as data. A form that cannot draw it shows the replacement of its {@link Block.Figure}. */
public sealed interface Chart {

    /**
     * A table whose cells are warmer the more likely they are.
     *
     * @param label the description for readers who cannot see it
     * @param columns the headings of its columns
     * @param rows its rows
     * @param notes the remarks below it
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
     * @param text its text
     * @param warmth its warmth in percent
     * @param framed whether it is the chosen one
     */
    record HeatCell(String text, long warmth, boolean framed) {}

    /**
     * The links of chains, and the state of each in cities.
     *
     * @param how the explanation of the chart
     * @param day the day of the states
     * @param links the links, by chain and id
     * @param occupants per link, the ids of the projects that occupy it
     * @param newcomers per link, the assessment of a hypothetical project that adds only this link; empty if not
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

    /** An id and its display name. */
    record Named(String id, String name) {}

    /**
     * A link of a chain.
     *
     * @param upstream its suppliers, as indices of the list of links
     */
    record Link(String id, String name, String chain, String stage, List<Integer> upstream) {}

    /**
     * The links in a city.
     *
     * @param states per link, a status of the contract, or {@code BROUGHT} for a missing link that a project adds
     * @param holders per link, the firms that hold it
     * @param arriving per link, the projects that add it; null if not shown
     */
    record CityLinks(
            String id,
            String name,
            List<String> states,
            List<List<String>> holders,
            @Nullable List<List<String>> arriving) {}

    /** The assessment of a hypothetical project, with names of the contract. */
    record Newcomer(String verdict, String because, ScoreInterval score, List<String> chainActions) {}

    /**
     * Shares of draws.
     *
     * @param headings the headings of the names, the shares, and the words
     * @param shares the shares
     */
    record Shares(List<String> headings, List<Share> shares) implements Chart {

        public Shares {
            headings = List.copyOf(headings);
            shares = List.copyOf(shares);
        }
    }

    /** A share in percent, and its meaning in words. */
    record Share(String name, long percent, String words) {}

    /**
     * A curve of value over spending.
     *
     * @param label the description for readers who cannot see it
     * @param axis the label of the vertical axis
     * @param points the points, by spending
     * @param chosen the index of the highlighted point; negative if there is none
     * @param ticks the labels of the horizontal axis, at equal distances
     * @param chosenWords the label of the highlighted point
     * @param other a point beside the curve; null if there is none
     * @param otherWords its label
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

    /**
     * A point of a curve.
     *
     * @param proven whether it is proven that no set reaches more
     */
    record Point(BigDecimal spent, BigDecimal reached, boolean proven) {}

    /** A label of the horizontal axis. */
    record Tick(BigDecimal at, String words) {}
}
