package dev.winnow.portfolio.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assignment of projects to cities. Immutable. */
public final class Matching {

    /** The city of a project without a place. */
    public static final int NOWHERE = -1;

    private final int[] cities;

    private Matching(int... cities) {
        this.cities = cities;
    }

    /** {@return the matching in which each project goes to the city given, or {@link #NOWHERE}} */
    public static Matching of(int... cities) {
        return new Matching(cities.clone());
    }

    /** {@return the city of a project, or {@link #NOWHERE}} */
    public int city(int project) {
        return cities[project];
    }

    /** {@return the number of projects} */
    public int projects() {
        return cities.length;
    }

    /** {@return the projects of a city, in the order of their numbers} */
    public List<Integer> projects(int city) {
        List<Integer> projects = new ArrayList<>();
        for (int project = 0; project < cities.length; project++) {
            if (cities[project] == city) {
                projects.add(project);
            }
        }
        return projects;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matching one && Arrays.equals(one.cities, cities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cities);
    }

    @Override
    public String toString() {
        return Arrays.toString(cities);
    }
}
