package dev.winnow.portfolio.view;

import java.util.List;

/**
 * The projects and cities that a plan may name.
 *
 * @param schema the version of the contract
 * @param projects the projects that can be chosen
 * @param cities the cities
 * @param notes remarks on the choice, in the language of the server
 */
public record PlanChoices(int schema, List<Choice> projects, List<Choice> cities, List<String> notes) {

    /** A project or a city. */
    public record Choice(String id, String name) {}
}
