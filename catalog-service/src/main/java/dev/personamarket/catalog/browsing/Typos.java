package dev.personamarket.catalog.browsing;

/** How far apart words are by slips of the finger. */
final class Typos {

    private Typos() {}

    /** As many slips as are forgiven in a word of this length. */
    static int forgiven(String word) {
        return word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
    }

    /** Letters that are missing, too many, wrong or swapped with their neighbour: the optimal string alignment. */
    static int between(String one, String other) {
        var before = new int[other.length() + 1];
        var last = row(other.length());
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + differs);
                if (swapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    private static int[] row(int length) {
        var row = new int[length + 1];
        for (var j = 0; j <= length; j++) {
            row[j] = j;
        }
        return row;
    }
}
