package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what of {@code <surface>} a contact has: the coefficient of sliding friction and the bits of who touches whom. */
final class SurfaceReader {
    private final Unsupported unsupported;
    private final Warnings warnings;

    SurfaceReader(Warnings warnings, Unsupported unsupported) {
        this.warnings = warnings;
        this.unsupported = unsupported;
    }

    ContactSurface read(@Nullable XmlElement surface) {
        ContactSurface plain = ContactSurface.DEFAULT;
        if (surface == null) {
            return plain;
        }
        noteOthers(surface, Set.of("friction", "contact"));
        XmlElement friction = surface.child("friction");
        XmlElement ode = friction == null ? null : friction.child("ode");
        if (friction != null) {
            noteOthers(friction, Set.of("ode"));
        }
        XmlElement contact = surface.child("contact");
        double sliding = ode == null ? plain.sliding() : Content.bound(ode, "mu", plain.sliding());
        if (ode != null) {
            noteOthers(ode, Set.of("mu"));
            if (sliding < 0) {
                warnings.add(ode, "the friction <mu> is negative, " + sliding + ": taken as 0");
                sliding = 0;
            }
        }
        int bits = plain.type();
        if (contact != null) {
            bits = bits(contact, bits);
            noteOthers(contact, Set.of("collide_bitmask"));
        }
        return new ContactSurface(
                bits,
                bits,
                plain.dimensions(),
                plain.priority(),
                plain.mix(),
                sliding,
                plain.torsional(),
                plain.rolling(),
                plain.restitution(),
                plain.margin(),
                plain.gap(),
                plain.softness(),
                plain.group());
    }

    private static int bits(XmlElement contact, int absent) {
        XmlElement mask = contact.child("collide_bitmask");
        if (mask == null) {
            return absent;
        }
        try {
            return Integer.decode(mask.text());
        } catch (NumberFormatException e) {
            throw mask.error(
                    "<collide_bitmask>" + mask.text() + "</collide_bitmask> is no set of bits",
                    "Write a whole number such as 0x01");
        }
    }

    private void noteOthers(XmlElement parent, Set<String> known) {
        for (XmlElement child : parent.children()) {
            if (!known.contains(child.name())) {
                unsupported.note(child);
            }
        }
    }
}
