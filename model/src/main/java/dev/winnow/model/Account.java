package dev.winnow.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that the files of a universe say, at any time.
 *
 * @param names what its things are called
 * @param projects by id
 * @param cities by id
 * @param landed projects by the city they name
 * @param sources by id
 * @param facts that no component carries
 * @param problems sorted, each once
 * @param conflicts sorted
 * @param disputes the conflicts, by whom they are about: {@code project ID}, {@code city ID}, {@code CITY KIND KEY} of a
 *     row, or {@code fact SUBJECT}
 * @param words the ids against which references are checked
 * @param header what its files say of it as a whole
 */
record Account(
        String name,
        String title,
        LocalDate asOf,
        boolean illustrative,
        Unit money,
        Names names,
        Map<String, ToldProject> projects,
        Map<String, ToldCity> cities,
        Map<String, List<ToldProject>> landed,
        Chains chains,
        List<Universe.Source> sources,
        List<StatedFact> facts,
        List<Problem> problems,
        List<Problem> conflicts,
        Map<String, List<Problem>> disputes,
        Words words,
        Header header) {}
