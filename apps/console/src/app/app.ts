import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({ selector: 'ferry-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {}
