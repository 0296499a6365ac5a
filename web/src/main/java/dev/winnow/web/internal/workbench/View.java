package dev.winnow.web.internal.workbench;

/**
 * A page of the workbench.
 *
 * @param group its place in the navigation; views of a group are listed in the order in which their parts are found
 * @param path its path on the server
 * @param title the key of its title
 * @param script the name of the script and the style sheet that draw it; empty if the page needs none
 */
public record View(Group group, String path, String title, String script) {

    /** Groups of views in the order of the navigation. */
    public enum Group {
        SCREENING,
        RULES,
        RECORDS,
        CHOICES
    }
}
