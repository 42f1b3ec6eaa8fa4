import { Component } from '@angular/core';

@Component({ selector: 'ferry-job-list-page', template: '<h1>Jobs</h1>', host: { class: 'page' } })
export class JobListPage {}
