import { Component } from '@angular/core';
import { Workload } from '@ferry/contracts';

/** How each workload is filled, as the value of `fill`; the patterns are there while `ferry-throughput-fills` is on the page. */
export const WORKLOAD_FILLS: Readonly<Record<Workload, string>> = {
  [Workload.Exchange]: 'url(#throughput-solid)',
  [Workload.Teams]: 'url(#throughput-hatched)',
  [Workload.Meeting]: 'url(#throughput-dotted)',
  [Workload.ODSP]: 'url(#throughput-lined)',
};

/** Patterns of one colour, which are told apart without colours, on paper and in high contrast. */
@Component({
  selector: 'ferry-throughput-fills',
  template: `
    <svg width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="throughput-solid" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class="full" width="8" height="8" />
        </pattern>
        <pattern
          id="throughput-hatched"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="ground" width="5" height="5" />
          <rect class="full" width="2.2" height="5" />
        </pattern>
        <pattern id="throughput-dotted" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect class="ground" width="4" height="4" />
          <circle class="full" cx="2" cy="2" r="1.1" />
        </pattern>
        <pattern id="throughput-lined" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect class="ground" width="4" height="4" />
          <rect class="full" width="4" height="1" />
        </pattern>
      </defs>
    </svg>
  `,
  styles: `
    svg {
      position: absolute;
    }
    .full {
      fill: var(--accent);
    }
    .ground {
      fill: var(--accent-soft);
    }
    @media (forced-colors: active) {
      .full {
        fill: CanvasText;
      }
      .ground {
        fill: Canvas;
      }
    }
  `,
})
export class ThroughputFills {}
