package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what of {@code <surface>} a contact has: the coefficient of sliding friction, restitution, stiffness and damping
 * where it is no rigid one, and the bits of who touches whom.
 */
final class SurfaceReader {
    /** Stiffness, N/m, from which on a contact is meant to be rigid: what SDFormat has where none is written. */
    private static final double RIGID = 1e12;

    /** Damping, N s/m, where none is written. */
    private static final double DAMPING = 1;

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
        noteOthers(surface, Set.of("friction", "contact", "bounce"));
        XmlElement contact = surface.child("contact");
        int bits = plain.type();
        Softness softness = plain.softness();
        if (contact != null) {
            bits = bits(contact, bits);
            XmlElement ode = contact.child("ode");
            softness = ode == null ? softness : softness(ode, softness);
            noteOthers(contact, Set.of("collide_bitmask", "ode"));
        }
        return new ContactSurface(
                bits,
                bits,
                plain.dimensions(),
                plain.priority(),
                plain.mix(),
                sliding(surface.child("friction"), plain.sliding()),
                plain.torsional(),
                plain.rolling(),
                restitution(surface.child("bounce"), plain.restitution()),
                plain.margin(),
                plain.gap(),
                softness,
                plain.group());
    }

    private double sliding(@Nullable XmlElement friction, double absent) {
        if (friction == null) {
            return absent;
        }
        noteOthers(friction, Set.of("ode"));
        XmlElement ode = friction.child("ode");
        if (ode == null) {
            return absent;
        }
        double sliding = Content.bound(ode, "mu", absent);
        noteOthers(ode, Set.of("mu"));
        if (sliding < 0) {
            warnings.add(ode, "the friction <mu> is negative, " + sliding + ": taken as 0");
            return 0;
        }
        return sliding;
    }

    private double restitution(@Nullable XmlElement bounce, double absent) {
        if (bounce == null) {
            return absent;
        }
        noteOthers(bounce, Set.of("restitution_coefficient"));
        double value = Content.number(bounce, "restitution_coefficient", absent);
        if (!ContactSurface.isRestitution(value)) {
            throw Content.required(bounce, "restitution_coefficient", "<bounce>")
                    .error(
                            "the <restitution_coefficient> is " + value + ", but is a part of the speed of approach",
                            "Write a number from 0 (does not bounce) to 1 (bounces back as fast)");
        }
        return value;
    }

    /** The stiffness and damping that a contact asks for, as {@link Softness} tells them; {@code rigid} where none. */
    private Softness softness(XmlElement ode, Softness rigid) {
        noteOthers(ode, Set.of("kp", "kd"));
        double stiffness = Content.bound(ode, "kp", RIGID);
        double damping = Content.bound(ode, "kd", DAMPING);
        if (!(stiffness > 0)) {
            throw Content.required(ode, "kp", "<ode>")
                    .error(
                            "the stiffness <kp> of a contact is " + stiffness + " N/m",
                            "Write a positive number, or nothing for a rigid contact");
        }
        if (!(damping >= 0 && damping < RIGID)) {
            throw Content.required(ode, "kd", "<ode>")
                    .error(
                            "the damping <kd> of a contact is " + damping + " N s/m",
                            "Write zero or more, and less than 1e12");
        }
        return stiffness >= RIGID
                ? rigid
                : new Softness(
                        -stiffness,
                        -damping,
                        rigid.impedance(),
                        rigid.farImpedance(),
                        rigid.width(),
                        rigid.midpoint(),
                        rigid.power(),
                        false);
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
