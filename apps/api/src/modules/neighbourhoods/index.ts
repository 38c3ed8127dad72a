export { NeighbourhoodsModule } from './neighbourhoods.module.ts';
export { NeighbourhoodsReads } from './neighbourhoods.reads.ts';
