package dev.winnow.serve.internal.decisions;

import dev.winnow.model.result.Screening;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The projects and cities of the current screening, to decide on.
 *
 * @param schema the version of the contract
 * @param recorded whether the server was started with records
 * @param account the default author of a decision
 */
public record DecisionChoices(
        int schema, boolean recorded, String account, List<Choice> projects, List<Choice> cities) {

    /** A project or a city. */
    public record Choice(String id, String name) {}

    /** Returns the choices of a screening. */
    public static DecisionChoices of(boolean recorded, String account, Screening screening, Wording wording) {
        Map<String, String> projects = new TreeMap<>();
        Map<String, String> cities = new TreeMap<>();
        screening.assessments().forEach(one -> {
            projects.put(one.project(), wording.name(one.projectName()));
            cities.put(one.city(), wording.name(one.cityName()));
        });
        return new DecisionChoices(Contract.SCHEMA, recorded, account, choices(projects), choices(cities));
    }

    private static List<Choice> choices(Map<String, String> names) {
        return names.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }
}
