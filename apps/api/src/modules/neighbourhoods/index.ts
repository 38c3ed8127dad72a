export { NeighbourhoodsModule } from './neighbourhoods.module.ts';
