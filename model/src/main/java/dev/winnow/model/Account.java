package dev.winnow.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that the files of a universe say, at any time.
 *
 * @param projects by id
 * @param cities by id
 * @param landed projects by the city they name
 * @param sources by id
 * @param problems sorted, each once
 * @param conflicts sorted
 */
record Account(
        String name,
        String title,
        LocalDate asOf,
        boolean illustrative,
        Unit money,
        Map<String, ToldProject> projects,
        Map<String, ToldCity> cities,
        Map<String, List<ToldProject>> landed,
        Chains chains,
        List<Universe.Source> sources,
        List<Problem> problems,
        List<Problem> conflicts) {}
