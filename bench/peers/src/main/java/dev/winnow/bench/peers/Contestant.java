package dev.winnow.bench.peers;

/** An engine that takes part in the comparison. */
interface Contestant {

    /** What it is called, its version and its licence. */
    Label label();

    /** What of the rules it says itself, and what the host does for it. */
    Parts parts();

    /**
     * What something is called.
     *
     * @param title its name
     * @param version its version
     * @param licence its licence
     */
    record Label(String title, String version, String licence) {}

    /**
     * Who does what.
     *
     * @param own what it says and does itself
     * @param hosts what Java or JavaScript beside it does, which is measured too
     */
    record Parts(String own, String hosts) {}
}
