package org.qyran.geo.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.CameraModel;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;

/**
 * Draws the ground that a frame saw: the picture's border, cast on the terrain.
 *
 * <p>Assumes what {@link GroundLocator} assumes. Ground inside the border that hides behind a ridge
 * is part of the footprint all the same: who asks whether it could be seen must follow the line of
 * sight (as coverage does).
 *
 * <p>The border is cast at {@value #STEPS_PER_EDGE} points of each edge. Where the ground between
 * two of them runs more than {@value #COARSEST} of the footprint's size beside the straight line,
 * it is cast in between, up to {@value #MOST_HALVINGS} times over; corners that lie on a line
 * anyway are left out. What looks too near the horizon or further than the range is cut off, on the
 * way to the middle of the picture. On a smooth surface the area is right within a few thousandths;
 * a ridge that cuts the border is cut straight.
 *
 * <p>Stateless, so one instance serves every thread.
 */
public final class Footprinter {

  private static final int STEPS_PER_EDGE = 8;

  private static final int MOST_HALVINGS = 3;

  /** Of the size of the footprint: keeps the area right within about half a percent. */
  private static final double COARSEST = 0.002;

  private static final double SIMPLEST = 0.0005;

  /** The end of the picture is found to 1/4096 of the way to the middle: half a pixel. */
  private static final int CLIP_HALVINGS = 12;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Terrain terrain;
  private final LocateSettings settings;

  /** Over a terrain, which may be {@link Terrain#unknown()}. */
  public Footprinter(Terrain terrain, LocateSettings settings) {
    this.terrain = terrain;
    this.settings = settings;
  }

  /**
   * The ground that a frame saw. Parts of its border that cannot be placed are left out, as long as
   * its middle can be.
   *
   * @return the footprint; or why the middle of the picture cannot be placed, as for a pixel of
   *     {@link GroundLocator}
   */
  public Outcome<Footprint> footprint(Frame frame) {
    return Viewpoint.of(frame, terrain, settings).then(this::footprint);
  }

  private Outcome<Footprint> footprint(Viewpoint viewpoint) {
    CameraModel camera = viewpoint.frame().camera();
    PixelPoint middle = new PixelPoint(camera.widthPixels() / 2.0, camera.heightPixels() / 2.0);
    return viewpoint
        .cast(middle)
        .then(center -> Outcome.found(footprint(viewpoint, new Border(viewpoint, middle, center))));
  }

  private Footprint footprint(Viewpoint viewpoint, Border border) {
    GroundFix fix = ErrorBudget.fix(viewpoint, border.center, settings);
    List<Place> places = border.cast();
    Place center = border.center.place();
    GroundRing ring =
        GroundRing.of(
            simplified(places, center, SIMPLEST * border.sizeMeters),
            center,
            fix.groundSamplingDistanceMeters());
    Frame frame = viewpoint.frame();
    return new Footprint(
        frame.id(),
        frame.flight(),
        frame.image().file(),
        frame.time(),
        ring.points(),
        border.clipped ? List.of() : border.corners,
        fix.point(),
        viewpoint.platform().position(),
        viewpoint.height().meters(),
        fix.heightMeters(),
        fix.groundSamplingDistanceMeters(),
        fix.offNadirDegrees(),
        fix.ce90Meters(),
        fix.levelGround(),
        border.clipped,
        frame.camera().source() == CameraModel.Source.EXIF);
  }

  /** The same border without the points that lie on a line between others. */
  private static List<Place> simplified(List<Place> border, Place center, double toleranceMeters) {
    LocalAxes axes = LocalAxes.at(center.point(), center.heightMeters());
    Coordinate[] corners = new Coordinate[border.size() + 1];
    for (int at = 0; at < border.size(); at++) {
      Enu local = axes.toLocal(border.get(at));
      // The height rides along, so that the place can be put together again.
      corners[at] = new Coordinate(local.eastMeters(), local.northMeters(), local.upMeters());
    }
    corners[border.size()] = corners[0].copy();
    Polygon polygon = GEOMETRY.createPolygon(corners);
    if (!polygon.isValid()) {
      return border;
    }
    Coordinate[] kept =
        TopologyPreservingSimplifier.simplify(polygon, toleranceMeters).getCoordinates();
    List<Place> simple = new ArrayList<>();
    for (int at = 0; at < kept.length - 1; at++) {
      simple.add(axes.toGeo(new Enu(kept[at].getX(), kept[at].getY(), kept[at].getZ())));
    }
    return simple;
  }

  /** The border of one picture on its way to the ground. */
  private static final class Border {

    final Viewpoint viewpoint;
    final PixelPoint middle;
    final Landing center;
    final LocalAxes axes;
    final List<GeoPoint> corners = new ArrayList<>();
    boolean clipped;
    double sizeMeters;

    Border(Viewpoint viewpoint, PixelPoint middle, Landing center) {
      this.viewpoint = viewpoint;
      this.middle = middle;
      this.center = center;
      this.axes = LocalAxes.at(center.place().point(), center.place().heightMeters());
    }

    /** Points around the picture, clockwise from its top left corner, each once. */
    List<Place> cast() {
      double width = viewpoint.frame().camera().widthPixels();
      double height = viewpoint.frame().camera().heightPixels();
      double[] xs = {0, width, width, 0, 0};
      double[] ys = {0, 0, height, height, 0};
      List<Shot> coarse = new ArrayList<>();
      for (int edge = 0; edge < 4; edge++) {
        for (int step = 0; step < STEPS_PER_EDGE; step++) {
          double share = step / (double) STEPS_PER_EDGE;
          Shot shot =
              shoot(
                  new PixelPoint(
                      xs[edge] + (xs[edge + 1] - xs[edge]) * share,
                      ys[edge] + (ys[edge + 1] - ys[edge]) * share));
          coarse.add(shot);
          if (step == 0) {
            corners.add(shot.place.point());
          }
        }
      }
      sizeMeters = sizeMeters(coarse);
      List<Place> fine = new ArrayList<>();
      for (int at = 0; at < coarse.size(); at++) {
        fine.add(coarse.get(at).place);
        boolean last = at == coarse.size() - 1;
        // The last stretch ends where the first began.
        refine(coarse.get(at), coarse.get(last ? 0 : at + 1), MOST_HALVINGS, fine);
      }
      return fine;
    }

    private void refine(Shot from, Shot to, int halvings, List<Place> into) {
      if (halvings == 0) {
        return;
      }
      Shot between =
          shoot(
              new PixelPoint(
                  (from.pixel.xPixels() + to.pixel.xPixels()) / 2,
                  (from.pixel.yPixels() + to.pixel.yPixels()) / 2));
      if (between.besideMeters(from, to) <= COARSEST * sizeMeters) {
        return;
      }
      refine(from, between, halvings - 1, into);
      into.add(between.place);
      refine(between, to, halvings - 1, into);
    }

    private Shot shoot(PixelPoint pixel) {
      Optional<Landing> landing = viewpoint.cast(pixel).find();
      clipped |= landing.isEmpty();
      Place place = landing.orElseGet(() -> clip(pixel)).place();
      return new Shot(pixel, place, axes.toLocal(place));
    }

    /** The last point on the way from the middle to a border pixel that can be placed. */
    private Landing clip(PixelPoint border) {
      Landing last = center;
      double good = 0;
      double bad = 1;
      for (int halving = 0; halving < CLIP_HALVINGS; halving++) {
        double share = (good + bad) / 2;
        Optional<Landing> landing =
            viewpoint
                .cast(
                    new PixelPoint(
                        middle.xPixels() + (border.xPixels() - middle.xPixels()) * share,
                        middle.yPixels() + (border.yPixels() - middle.yPixels()) * share))
                .find();
        if (landing.isPresent()) {
          last = landing.get();
          good = share;
        } else {
          bad = share;
        }
      }
      return last;
    }

    /** The side of a square as large as the ground between some points around it. */
    private static double sizeMeters(List<Shot> around) {
      double twice = 0;
      Enu from = around.get(around.size() - 1).local;
      for (Shot shot : around) {
        Enu to = shot.local;
        twice += from.eastMeters() * to.northMeters() - to.eastMeters() * from.northMeters();
        from = to;
      }
      return Math.sqrt(Math.abs(twice) / 2);
    }
  }

  /** One point of the border, in the picture and on the ground. */
  private record Shot(PixelPoint pixel, Place place, Enu local) {

    /** How far this lies beside the straight line between two others. */
    double besideMeters(Shot from, Shot to) {
      double east = to.local.eastMeters() - from.local.eastMeters();
      double north = to.local.northMeters() - from.local.northMeters();
      double length = Math.hypot(east, north);
      double offEast = local.eastMeters() - from.local.eastMeters();
      double offNorth = local.northMeters() - from.local.northMeters();
      return length < 1e-9
          ? Math.hypot(offEast, offNorth)
          : Math.abs(east * offNorth - north * offEast) / length;
    }
  }
}
