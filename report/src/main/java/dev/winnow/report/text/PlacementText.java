package dev.winnow.report.text;

import dev.winnow.analysis.placement.Placement;
import dev.winnow.analysis.placement.Placement.Missed;
import dev.winnow.analysis.placement.Placement.Room;
import dev.winnow.analysis.placement.Placement.Wish;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.PlacementWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes who goes where as text for a terminal. */
public final class PlacementText {

    /** The width beyond which lines get no wider. */
    public static final int MOST = 110;

    private static final int GAIN = 18;
    private static final int SURE = 10;
    private static final int MOST_TOLD = 12;

    private final Placement placement;
    private final Colours colours;
    private final Wording wording;
    private final PlacementWords words;
    private final Page page;

    private PlacementText(Placement placement, Colours colours, Wording wording, int width) {
        this.placement = placement;
        this.colours = colours;
        this.wording = wording;
        this.words = new PlacementWords(placement, wording);
        this.page = new Page(width);
    }

    /**
     * The whole text, each line ended.
     *
     * @param width how many columns it may take, at least 60
     */
    public static String of(Placement placement, Colours colours, Wording wording, int width) {
        PlacementText text = new PlacementText(placement, colours, wording, width);
        text.head();
        text.assignment();
        text.section(wording.sentence("Beside it"), text.beside());
        text.section(text.words.outlookHeading(), text.words.prospects());
        text.section(wording.sentence("Who would rather be elsewhere"), text.wishes());
        text.section(wording.sentence("Not matched"), text.words.barred());
        text.foot();
        return text.page.toString();
    }

    private void head() {
        strong(words.title());
        if (placement.illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        }
        page.text(0, words.asked());
    }

    private void strong(String words) {
        Columns.wrap(words, page.width()).forEach(line -> page.line(colours.strong(line)));
    }

    private void assignment() {
        page.line("");
        strong(words.headline());
        int name = page.width() - 2 - 2 * GAIN - SURE;
        page.line(colours.faint("  " + Columns.left("", name)
                + Columns.right(words.cityGains(), GAIN)
                + Columns.right(words.projectGains(), GAIN)
                + Columns.right(wording.sentence("how sure"), SURE)));
        for (Room room : placement.cities()) {
            List<String> held = words.held(room.city());
            page.line(Columns.cut(words.room(room, held.size()), page.width()));
            for (String project : held) {
                var gains = words.gains(project, room.city());
                page.line("  " + Columns.left(Columns.name(words.project(project), name - 1), name)
                        + Columns.right(words.gain(gains.city()), GAIN)
                        + Columns.right(words.gain(gains.project()), GAIN)
                        + Columns.right(words.sure(project, room.city()), SURE));
            }
        }
        List<String> nowhere = words.nowhere();
        if (!nowhere.isEmpty()) {
            page.text(0, wording.sentence("Nowhere: %s.", wording.list(nowhere)));
        }
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            page.line("");
            strong(heading);
            lines.forEach(line -> page.hanging("  ", line));
        }
    }

    private List<String> beside() {
        List<String> lines = new ArrayList<>();
        String forCities = words.forCities();
        if (forCities != null) {
            lines.add(forCities);
        }
        lines.addAll(words.beside());
        return lines;
    }

    private List<String> wishes() {
        List<String> lines = new ArrayList<>();
        List<List<Wish>> wishes = words.wishes();
        wishes.stream().limit(MOST_TOLD).forEach(one -> lines.add(words.wish(one)));
        if (wishes.size() > MOST_TOLD) {
            lines.add(wording.sentence("%s more in the JSON form", wishes.size() - MOST_TOLD));
        }
        Map<String, List<Missed>> byCity = new LinkedHashMap<>();
        placement
                .missed()
                .forEach(one -> byCity.computeIfAbsent(one.city(), unused -> new ArrayList<>())
                        .add(one));
        byCity.values().stream().limit(MOST_TOLD).forEach(those -> lines.add(words.missed(those)));
        return lines;
    }

    private void foot() {
        page.line("");
        for (Message one : words.foot()) {
            page.text(0, wording.say(one));
        }
    }
}
